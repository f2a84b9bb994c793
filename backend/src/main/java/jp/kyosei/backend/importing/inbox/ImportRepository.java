package jp.kyosei.backend.importing.inbox;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
abstract class ImportRepository implements GenericRepository<ImportRow, UUID> {
    private final JdbcOperations jdbc;

    ImportRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Read by hand, as the mapping takes bytes one by one. */
    byte[] content(UUID ownerId, UUID id) {
        return jdbc.prepareStatement("select content from data_import where owner_id = ? and id = ?", statement -> {
            statement.setObject(1, ownerId);
            statement.setObject(2, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getBytes(1) : new byte[0];
            }
        });
    }

    @Query("""
            insert into data_import (owner_id, id, plan_slug, plan_is_new, title, fiscal_year,
                                     first_fiscal_year, last_fiscal_year, file_name, content, state, created_by, created_by_name, created_at)
            values (:ownerId, :id, :planSlug, :planIsNew, :title, :fiscalYear, :firstFiscalYear, :lastFiscalYear,
                    :fileName, :content, 'READING', :createdBy, :createdByName, :createdAt)""")
    abstract void insert(
            UUID ownerId,
            UUID id,
            String planSlug,
            boolean planIsNew,
            String title,
            int fiscalYear,
            @Nullable Integer firstFiscalYear,
            @Nullable Integer lastFiscalYear,
            String fileName,
            byte[] content,
            UUID createdBy,
            String createdByName,
            Instant createdAt);

    @Query("""
            select i.id, i.owner_id, o.slug as owner_slug, o.name as owner_name, i.plan_slug, i.plan_is_new, i.title,
                   i.fiscal_year, i.first_fiscal_year, i.last_fiscal_year, i.file_name, i.corrections::text as corrections, i.state, i.message,
                   i.created_by_name, i.created_at, i.settled_by_name, i.settled_at, i.version
            from data_import i join owner o on o.id = i.owner_id
            where i.id = :id""")
    abstract Optional<ImportRow> find(UUID id);

    @Query("""
            select i.id, i.owner_id, o.slug as owner_slug, o.name as owner_name, i.plan_slug, i.plan_is_new, i.title,
                   i.fiscal_year, i.first_fiscal_year, i.last_fiscal_year, i.file_name, i.corrections::text as corrections, i.state, i.message,
                   i.created_by_name, i.created_at, i.settled_by_name, i.settled_at, i.version
            from data_import i join owner o on o.id = i.owner_id
            where i.owner_id = :ownerId
            order by i.created_at desc
            limit :most""")
    abstract List<ImportRow> ofOwner(UUID ownerId, int most);

    @Query("select undo::text from data_import where owner_id = :ownerId and id = :id")
    abstract Optional<String> undo(UUID ownerId, UUID id);

    /** Lets nobody else give names to the owner's new plans until the transaction ends. */
    @Query("select count(*) from (select pg_advisory_xact_lock(hashtextextended(cast(:ownerId as text), 33))) held")
    abstract long holdNames(UUID ownerId);

    /** The names of new plans that are not there yet. */
    @Query("""
            select id, plan_slug, file_name from data_import
            where owner_id = :ownerId and plan_is_new and state in ('READING', 'READY')""")
    abstract List<NameRow> namesWaiting(UUID ownerId);

    /** @return 0 where it is not waiting to make a plan, or not in that version */
    @Query("""
            update data_import set plan_slug = :planSlug, version = version + 1
            where owner_id = :ownerId and id = :id and plan_is_new and state = 'READY' and version = :version""")
    abstract long rename(UUID ownerId, UUID id, long version, String planSlug);

    /** @return 0 where the import is no longer being read */
    @Query("""
            update data_import set state = :state, message = :message, version = version + 1
            where owner_id = :ownerId and id = :id and state = 'READING'""")
    abstract long finishReading(UUID ownerId, UUID id, String state, String message);

    /** @return 0 where it is in no state in which it can be cancelled */
    @Query("""
            update data_import set state = 'CANCELLED', content = '', version = version + 1
            where owner_id = :ownerId and id = :id and state in ('READING', 'READY', 'UNREADABLE')""")
    abstract long cancel(UUID ownerId, UUID id);

    /** @return 0 where it is not waiting, or not in that version */
    @Query("""
            update data_import set corrections = cast(:corrections as jsonb), version = version + 1
            where owner_id = :ownerId and id = :id and state = 'READY' and version = :version""")
    abstract long correct(UUID ownerId, UUID id, long version, String corrections);

    /** Locks the import until the transaction ends, so that it is applied once. */
    @Query("select state from data_import where owner_id = :ownerId and id = :id for update")
    abstract String lock(UUID ownerId, UUID id);

    @Query("""
            update data_import
            set state = :state, undo = cast(:undo as jsonb), settled_by_name = :by, settled_at = :at, version = version + 1
            where owner_id = :ownerId and id = :id""")
    abstract void settle(UUID ownerId, UUID id, String state, @Nullable String undo, String by, Instant at);

    /** What was brought in for a plan that is gone can be turned back, or applied, no more. */
    @Query("""
            update data_import
            set state = case when state = 'APPLIED' then 'UNDONE' else 'CANCELLED' end, content = '', undo = null,
                settled_by_name = :by, settled_at = :at, version = version + 1
            where owner_id = :ownerId and plan_slug = :planSlug
              and (state = 'APPLIED' or not plan_is_new and state in ('READING', 'READY', 'UNREADABLE'))""")
    abstract void planRemoved(UUID ownerId, String planSlug, String by, Instant at);
}
