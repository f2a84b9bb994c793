package jp.kyosei.backend.discussion.thread;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;
import jp.kyosei.backend.owners.department.WorkCount;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface NotesOfDepartmentRepository extends GenericRepository<NoteEntity, UUID> {
    @Query("""
            select one.owner_id, string_agg(one.name, E'\\n' order by one.place) filter (where one.place <= :named) as names,
                   count(*)::int as count
            from (select n.owner_id, translate(left(n.text, 20), E'\\n\\r', '  ') as name,
                         row_number() over (partition by n.owner_id order by n.written_at, n.id) as place
                  from note n
                  where n.assigned_department_id = :departmentId and n.state <> 'CLOSED' and n.withdrawn_at is null) one
            group by one.owner_id
            order by one.owner_id""")
    List<NotesOfDepartmentRow> hanging(UUID departmentId, int named);

    @Query("""
            update note set assigned_department_id = :to
            where assigned_department_id = :from and state <> 'CLOSED' and withdrawn_at is null""")
    void move(UUID from, UUID to);

    @Query("""
            select n.assigned_department_id as department_id, count(*)::int as count
            from note n
            join department d on d.id = n.assigned_department_id and d.owner_id = :departmentOwnerId
            where n.state <> 'CLOSED' and n.withdrawn_at is null
            group by n.assigned_department_id""")
    List<WorkCount> counts(UUID departmentOwnerId);
}
