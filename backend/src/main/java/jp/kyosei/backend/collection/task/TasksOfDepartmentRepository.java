package jp.kyosei.backend.collection.task;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;
import jp.kyosei.backend.owners.department.WorkCount;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface TasksOfDepartmentRepository extends GenericRepository<TaskEntity, UUID> {
    @Query("""
            select one.owner_id, string_agg(one.name, E'\\n' order by one.name) filter (where one.place <= :named) as names,
                   sum(one.tasks)::int as count
            from (select t.owner_id, p.title || '（' || r.fiscal_year || '年度）' as name, count(*) as tasks,
                         row_number() over (partition by t.owner_id order by p.title, r.fiscal_year) as place
                  from collection_task t
                  join collection_round r on r.owner_id = t.owner_id and r.id = t.round_id
                  join plan p on p.owner_id = r.owner_id and p.id = r.plan_id
                  where t.department_owner_id = :departmentOwnerId and t.department_id = :departmentId
                    and r.state = 'OPEN'
                  group by t.owner_id, p.title, r.fiscal_year) one
            group by one.owner_id
            order by one.owner_id""")
    List<TasksOfDepartmentRow> hanging(UUID departmentOwnerId, UUID departmentId, int named);

    @Query("""
            update collection_task t set department_id = :to
            from collection_round r
            where r.owner_id = t.owner_id and r.id = t.round_id and r.state = 'OPEN'
              and t.department_owner_id = :departmentOwnerId and t.department_id = :from""")
    void move(UUID departmentOwnerId, UUID from, UUID to);

    @Query("""
            select t.department_id, count(*)::int as count
            from collection_task t
            join collection_round r on r.owner_id = t.owner_id and r.id = t.round_id
            where t.department_owner_id = :departmentOwnerId and t.department_id is not null and r.state = 'OPEN'
            group by t.department_id""")
    List<WorkCount> counts(UUID departmentOwnerId);
}
