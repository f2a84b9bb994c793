package jp.kyosei.backend.idempotency;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface KeyRepository extends GenericRepository<KeyRow, UUID> {
    /**
     * Waits for another request of the same key to end.
     *
     * @return 0 if there was one
     */
    @Query("""
            insert into idempotency_key (owner_id, person_id, key, request, status, answer, at)
            values (:ownerId, :personId, :key, :request, 0, '', :at)
            on conflict (owner_id, person_id, key) do nothing""")
    long reserve(UUID ownerId, UUID personId, String key, String request, Instant at);

    @Query("""
            select request, status, answer from idempotency_key
            where owner_id = :ownerId and person_id = :personId and key = :key""")
    List<KeyRow> find(UUID ownerId, UUID personId, String key);

    @Query("""
            update idempotency_key set status = :status, answer = :answer
            where owner_id = :ownerId and person_id = :personId and key = :key""")
    void keep(UUID ownerId, UUID personId, String key, int status, String answer);

    @Query("delete from idempotency_key where owner_id = :ownerId and at < :before")
    void forget(UUID ownerId, Instant before);
}
