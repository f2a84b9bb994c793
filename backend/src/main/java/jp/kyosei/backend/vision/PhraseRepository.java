package jp.kyosei.backend.vision;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PhraseRepository extends GenericRepository<PhraseRow, UUID> {
    @Query("""
            select id, theme_id, text, source, note_id, reference, quoted_by_name, quoted_at, version from vision_phrase
            where owner_id = :ownerId and plan_id = :planId
            order by quoted_at, id""")
    List<PhraseRow> ofPlan(UUID ownerId, UUID planId);

    @Query("""
            insert into vision_phrase (owner_id, id, plan_id, theme_id, text, source, note_id, reference, quoted_by_name,
                                       quoted_at)
            values (:ownerId, :id, :planId, :themeId, :text, :source, :noteId, :reference, :quotedByName, :quotedAt)""")
    void insert(
            UUID ownerId,
            UUID id,
            UUID planId,
            @Nullable UUID themeId,
            String text,
            String source,
            @Nullable UUID noteId,
            String reference,
            String quotedByName,
            Instant quotedAt);

    /** @return 0 if the version is another */
    @Query("""
            update vision_phrase set theme_id = :themeId, version = version + 1
            where owner_id = :ownerId and id = :id and version = :expectedVersion""")
    long move(UUID ownerId, UUID id, long expectedVersion, @Nullable UUID themeId);

    /** @return 0 if the version is another */
    @Query("delete from vision_phrase where owner_id = :ownerId and id = :id and version = :expectedVersion")
    long remove(UUID ownerId, UUID id, long expectedVersion);
}
