package jp.kyosei.backend.meeting.minutes;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Row-level security shows it to committee and secretariat alone. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RoundRepository extends GenericRepository<RoundRow, UUID> {
    @Query("""
            select owner_id, meeting_id, due_on, closed_at from minutes_round
            where owner_id = :ownerId and meeting_id = :meetingId""")
    Optional<RoundRow> find(UUID ownerId, UUID meetingId);

    @Query("""
            insert into minutes_round (owner_id, meeting_id, due_on, opened_by_name, opened_at)
            values (:ownerId, :meetingId, :dueOn, :byName, :at)
            on conflict (owner_id, meeting_id)
            do update set due_on = :dueOn, opened_by_name = :byName, opened_at = :at, closed_at = null""")
    void put(UUID ownerId, UUID meetingId, LocalDate dueOn, String byName, Instant at);

    @Query("""
            update minutes_round set closed_at = :at
            where owner_id = :ownerId and meeting_id = :meetingId and closed_at is null""")
    void close(UUID ownerId, UUID meetingId, Instant at);

    @Query("""
            select id, passage, proposed, reason, proposed_by_name, proposed_at, state, answer, answered_by_name
            from minutes_correction
            where owner_id = :ownerId and meeting_id = :meetingId
            order by proposed_at, id""")
    List<CorrectionRow> corrections(UUID ownerId, UUID meetingId);

    @Query("""
            insert into minutes_correction (owner_id, id, meeting_id, passage, proposed, reason, proposed_by,
                                            proposed_by_name, proposed_at)
            values (:ownerId, :id, :meetingId, :passage, :proposed, :reason, :by, :byName, :at)""")
    void propose(
            UUID ownerId,
            UUID id,
            UUID meetingId,
            String passage,
            String proposed,
            String reason,
            UUID by,
            String byName,
            Instant at);

    /** @return 0 if it is decided already */
    @Query("""
            update minutes_correction
            set state = :state, answer = :answer, answered_by_name = :byName, answered_at = :at
            where owner_id = :ownerId and id = :id and state = 'OPEN'""")
    long decide(UUID ownerId, UUID id, String state, String answer, String byName, Instant at);
}
