package jp.kyosei.backend.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ServiceRepository extends GenericRepository<ServiceRow, UUID> {
    @Query("""
            insert into service_entry (id, at, person_id, person_name, action, subject_kind, subject_id,
                                       before, after, reason)
            values (:id, :at, :personId, :personName, :action, :subjectKind, :subjectId,
                    cast(:before as jsonb), cast(:after as jsonb), :reason)""")
    void insert(ServiceRow entry);

    @Query("""
            select id, at, person_id, person_name, action, subject_kind, subject_id,
                   before::text as before, after::text as after, reason
            from service_entry
            order by at desc, id
            limit :most offset :offset""")
    List<ServiceRow> latest(int offset, int most);
}
