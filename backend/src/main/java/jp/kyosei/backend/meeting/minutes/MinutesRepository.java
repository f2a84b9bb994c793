package jp.kyosei.backend.meeting.minutes;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Row-level security leaves out what is not published for whoever is not the owner's secretariat. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface MinutesRepository extends GenericRepository<MinutesRow, UUID> {
    @Query("""
            select owner_id, meeting_id, text, state, approved_by, approved_by_name, approved_at, published_at, version
            from minutes
            where owner_id = :ownerId and meeting_id = :meetingId""")
    Optional<MinutesRow> find(UUID ownerId, UUID meetingId);

    /** @return 0 if there are some already */
    @Query("""
            insert into minutes (owner_id, meeting_id, text) values (:ownerId, :meetingId, :text)
            on conflict (owner_id, meeting_id) do nothing""")
    long insertMinutes(UUID ownerId, UUID meetingId, String text);

    /** @return 0 if somebody else has changed them meanwhile */
    @Query("""
            update minutes set text = :text, version = version + 1
            where owner_id = :ownerId and meeting_id = :meetingId and version = :version""")
    long updateText(UUID ownerId, UUID meetingId, String text, long version);

    /**
     * Moves them on, or back.
     *
     * @return 0 if somebody else has changed them meanwhile
     */
    @Query("""
            update minutes
            set state = :state, approved_by = :approvedBy, approved_by_name = :approvedByName, approved_at = :approvedAt,
                published_at = :publishedAt, version = version + 1
            where owner_id = :ownerId and meeting_id = :meetingId and version = :version""")
    long turn(
            UUID ownerId,
            UUID meetingId,
            String state,
            @Nullable UUID approvedBy,
            String approvedByName,
            @Nullable Instant approvedAt,
            @Nullable Instant publishedAt,
            long version);
}
