package jp.kyosei.backend.importing.underway;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface WorkRepository extends GenericRepository<WorkRow, UUID> {
    @Query("""
            select import_id, step, begun_by_name, begun_at, share, beat_at, stopped, message
            from import_work where owner_id = :ownerId and import_id = :importId""")
    Optional<WorkRow> find(UUID ownerId, UUID importId);

    /**
     * Begins it, in place of one that has ended or whose last beat is from before {@code silentSince}.
     *
     * @return 0 where another is under way
     */
    @Query("""
            insert into import_work (owner_id, import_id, step, begun_by_name, begun_at, beat_at)
            values (:ownerId, :importId, :step, :by, :now, :now)
            on conflict (owner_id, import_id)
            do update set step = excluded.step, begun_by_name = excluded.begun_by_name, begun_at = excluded.begun_at,
                          beat_at = excluded.beat_at, share = 0, stopped = false, message = ''
            where import_work.message <> '' or import_work.beat_at < :silentSince""")
    long begin(UUID ownerId, UUID importId, String step, String by, Instant now, Instant silentSince);

    /** @return 0 where it is to end, or has been taken over */
    @Query("""
            update import_work set share = :share, beat_at = :now
            where owner_id = :ownerId and import_id = :importId and not stopped""")
    long beat(UUID ownerId, UUID importId, double share, Instant now);

    @Query("update import_work set stopped = true where owner_id = :ownerId and import_id = :importId")
    void stop(UUID ownerId, UUID importId);

    @Query("""
            update import_work set message = :message
            where owner_id = :ownerId and import_id = :importId""")
    void endWithout(UUID ownerId, UUID importId, String message);

    @Query("delete from import_work where owner_id = :ownerId and import_id = :importId")
    void end(UUID ownerId, UUID importId);
}
