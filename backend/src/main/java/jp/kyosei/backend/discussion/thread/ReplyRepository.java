package jp.kyosei.backend.discussion.thread;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReplyRepository extends GenericRepository<ReplyRow, UUID> {
    /** The replies to some notes, oldest first; {@code notes} is an array. */
    @Query("""
            select r.id, r.note_id, r.answers, r.text, r.author_id, r.author_name, r.author_standing, r.author_town,
                   a.name as author_town_name, r.written_at, r.edited_at, r.withdrawn_at, r.version
            from note_reply r
            left join municipality a on a.code = r.author_town
            where r.owner_id = :ownerId and r.note_id = any (cast(:notes as uuid[]))
            order by r.written_at, r.id""")
    List<ReplyRow> ofNotes(UUID ownerId, String notes);

    @Query("""
            insert into note_reply (owner_id, id, note_id, answers, text, author_id, author_name, author_standing,
                                    author_town, written_at)
            values (:ownerId, :id, :noteId, :answers, :text, :authorId, :authorName, :authorStanding, :authorTown,
                    :writtenAt)""")
    void insert(
            UUID ownerId,
            UUID id,
            UUID noteId,
            boolean answers,
            String text,
            UUID authorId,
            String authorName,
            String authorStanding,
            @Nullable String authorTown,
            Instant writtenAt);

    /** @return 0 if the version is another */
    @Query("""
            update note_reply set text = :text, edited_at = :at, version = version + 1
            where owner_id = :ownerId and id = :id and version = :expectedVersion""")
    long edit(UUID ownerId, UUID id, long expectedVersion, String text, Instant at);

    /** @return 0 if the version is another */
    @Query("""
            update note_reply set withdrawn_at = :at, version = version + 1
            where owner_id = :ownerId and id = :id and version = :expectedVersion""")
    long withdraw(UUID ownerId, UUID id, long expectedVersion, Instant at);
}
