package jp.kyosei.backend.importing.inbox;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface MemoryRepository extends GenericRepository<MemoryRow, String> {
    /** What was said last stands last. */
    @Query("""
            select m.import_id, m.key, m.label, m.kind, i.file_name, i.created_by_name, m.said_at
            from import_memory m join data_import i on i.owner_id = m.owner_id and i.id = m.import_id
            where m.owner_id = :ownerId
            order by m.said_at, m.import_id""")
    List<RecalledRow> ofOwner(UUID ownerId);

    @Query("""
            insert into import_memory (owner_id, import_id, key, label, kind, said_at)
            values (:ownerId, :importId, :key, :label, :kind, :saidAt)
            on conflict (owner_id, import_id, key)
            do update set label = excluded.label, kind = excluded.kind, said_at = excluded.said_at""")
    void remember(List<MemoryRow> memories);

    @Query("delete from import_memory where owner_id = :ownerId and import_id = :importId")
    void forgetImport(UUID ownerId, UUID importId);

    /** @return the heads as they stood in the files */
    @Query("delete from import_memory where owner_id = :ownerId and key = :key returning label")
    List<String> forget(UUID ownerId, String key);
}
