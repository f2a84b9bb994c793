package jp.kyosei.backend.importing.naming;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface NameRepository extends GenericRepository<NameRow, String> {
    /** What was said last stands last. */
    @Query("""
            select m.import_id, m.indicator_id, m.key, m.name, m.indicator, m.same, i.file_name, i.created_by_name, m.said_at
            from import_name_memory m join data_import i on i.owner_id = m.owner_id and i.id = m.import_id
            where m.owner_id = :ownerId
            order by m.said_at, m.import_id""")
    List<RecalledNameRow> ofOwner(UUID ownerId);

    @Query("""
            insert into import_name_memory (owner_id, import_id, indicator_id, key, name, indicator, same, said_at)
            values (:ownerId, :importId, :indicatorId, :key, :name, :indicator, :same, :saidAt)
            on conflict (owner_id, import_id, indicator_id, key)
            do update set same = excluded.same, said_at = excluded.said_at""")
    void remember(List<NameRow> names);

    @Query("delete from import_name_memory where owner_id = :ownerId and import_id = :importId")
    void forgetImport(UUID ownerId, UUID importId);

    /** @return the names as they stood in the files */
    @Query("delete from import_name_memory where owner_id = :ownerId and key = :key returning name")
    List<String> forget(UUID ownerId, String key);
}
