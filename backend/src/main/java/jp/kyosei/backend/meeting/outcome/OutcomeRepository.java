package jp.kyosei.backend.meeting.outcome;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes name the version they began from; one below 0 stands for any. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface OutcomeRepository extends GenericRepository<OutcomeRow, UUID> {
    @Query("""
            select o.owner_id, o.id, o.meeting_id, m.title as meeting_title, o.indicator_id, o.note_id, o.text, o.status,
                   o.remark, o.recorded_by_name, o.recorded_at, o.version
            from outcome o
            join meeting m on m.owner_id = o.owner_id and m.id = o.meeting_id
            where o.owner_id = :ownerId and o.meeting_id = :meetingId
            order by o.recorded_at, o.id""")
    List<OutcomeRow> ofMeeting(UUID ownerId, UUID meetingId);

    /** What meetings of the plan before that day left to be done. */
    @Query("""
            select o.owner_id, o.id, o.meeting_id, m.title as meeting_title, o.indicator_id, o.note_id, o.text, o.status,
                   o.remark, o.recorded_by_name, o.recorded_at, o.version
            from outcome o
            join meeting m on m.owner_id = o.owner_id and m.id = o.meeting_id
            where m.owner_id = :ownerId and m.plan_id = :planId and m.held_on < :heldOn and o.status <> 'REFLECTED'
            order by m.held_on, o.recorded_at, o.id""")
    List<OutcomeRow> leftBefore(UUID ownerId, UUID planId, LocalDate heldOn);

    @Query("""
            select o.owner_id, o.id, o.meeting_id, m.title as meeting_title, o.indicator_id, o.note_id, o.text, o.status,
                   o.remark, o.recorded_by_name, o.recorded_at, o.version
            from outcome o
            join meeting m on m.owner_id = o.owner_id and m.id = o.meeting_id
            where o.id = :id""")
    Optional<OutcomeRow> find(UUID id);

    @Query("""
            insert into outcome (owner_id, id, meeting_id, indicator_id, note_id, text, status, recorded_by,
                                 recorded_by_name, recorded_at)
            values (:ownerId, :id, :meetingId, :indicatorId, :noteId, :text, :status, :recordedBy, :recordedByName,
                    :recordedAt)""")
    void insertOutcome(
            UUID ownerId,
            UUID id,
            UUID meetingId,
            @Nullable UUID indicatorId,
            @Nullable UUID noteId,
            String text,
            String status,
            UUID recordedBy,
            String recordedByName,
            Instant recordedAt);

    /** @return 0 if somebody else has changed or removed it meanwhile */
    @Query("""
            update outcome set text = :text, status = :status, remark = :remark, version = version + 1
            where owner_id = :ownerId and id = :id and (:version < 0 or version = :version)""")
    long updateOutcome(UUID ownerId, UUID id, String text, String status, String remark, long version);

    /** @return 0 if somebody else has changed or removed it meanwhile */
    @Query("delete from outcome where owner_id = :ownerId and id = :id and (:version < 0 or version = :version)")
    long deleteOutcome(UUID ownerId, UUID id, long version);
}
