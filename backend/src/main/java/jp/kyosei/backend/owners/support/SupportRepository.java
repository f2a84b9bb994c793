package jp.kyosei.backend.owners.support;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface SupportRepository extends GenericRepository<SupportRow, UUID> {
    @Query("""
            select owner_id, id, first_day, last_day, reason, granted_by, granted_by_name, granted_at, ended_at,
                   ended_by_name
            from support_access
            where owner_id = :ownerId
            order by granted_at desc, id
            limit 100""")
    List<SupportRow> of(UUID ownerId);

    @Query("""
            insert into support_access (owner_id, id, first_day, last_day, reason, granted_by, granted_by_name, granted_at)
            values (:ownerId, :id, :firstDay, :lastDay, :reason, :grantedBy, :grantedByName, :grantedAt)""")
    void insert(SupportRow granted);

    @Query("""
            update support_access set ended_at = :at, ended_by_name = :by
            where owner_id = :ownerId and id = :id and ended_at is null""")
    long end(UUID ownerId, UUID id, Instant at, String by);
}
