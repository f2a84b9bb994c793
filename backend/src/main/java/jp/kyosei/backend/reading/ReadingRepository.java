package jp.kyosei.backend.reading;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReadingRepository extends GenericRepository<ReadingEntity, UUID> {
    @Query("""
            select indicator_id from indicator_reading
            where owner_id = :ownerId and person_id = :person and fiscal_year = :fiscalYear""")
    List<UUID> read(UUID ownerId, UUID person, int fiscalYear);

    @Query("""
            insert into indicator_reading (owner_id, person_id, indicator_id, fiscal_year, read_at)
            values (:ownerId, :person, :indicatorId, :fiscalYear, :at)
            on conflict (owner_id, person_id, indicator_id, fiscal_year) do update set read_at = excluded.read_at""")
    void markRead(UUID ownerId, UUID person, UUID indicatorId, int fiscalYear, Instant at);
}
