package jp.kyosei.backend.indicator;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;
import jp.kyosei.backend.owners.department.WorkCount;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface DesksOfDepartmentRepository extends GenericRepository<IndicatorRow, UUID> {
    @Query("""
            select one.owner_id, string_agg(one.name, E'\\n' order by one.place) filter (where one.place <= :named) as names,
                   count(*)::int as count
            from (select k.owner_id, 'No.' || d.no || ' ' || d.name as name,
                         row_number() over (partition by k.owner_id order by d.no) as place
                  from indicator_desk k
                  cross join lateral (
                      select n.no, n.name
                      from indicator_definition n
                      join plan_version v on v.owner_id = n.owner_id and v.id = n.plan_version_id
                      where n.owner_id = k.owner_id and n.indicator_id = k.indicator_id
                      order by v.number desc
                      limit 1) d
                  where k.department_owner_id = :departmentOwnerId and k.department_id = :departmentId) one
            group by one.owner_id
            order by one.owner_id""")
    List<DesksOfDepartmentRow> hanging(UUID departmentOwnerId, UUID departmentId, int named);

    @Query("""
            update indicator_desk set department_id = :to
            where department_owner_id = :departmentOwnerId and department_id = :from""")
    void move(UUID departmentOwnerId, UUID from, UUID to);

    @Query("""
            select department_id, count(*)::int as count
            from indicator_desk
            where department_owner_id = :departmentOwnerId
            group by department_id""")
    List<WorkCount> counts(UUID departmentOwnerId);
}
