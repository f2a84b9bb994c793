package jp.kyosei.backend.importing.inbox;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface MemoryRepository extends GenericRepository<MemoryRow, String> {
    @Query("select owner_id, label, kind from import_memory where owner_id = :ownerId")
    List<MemoryRow> ofOwner(UUID ownerId);

    @Query("""
            insert into import_memory (owner_id, label, kind) values (:ownerId, :label, :kind)
            on conflict (owner_id, label) do update set kind = excluded.kind""")
    void remember(List<MemoryRow> memories);
}
