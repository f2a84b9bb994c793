package jp.kyosei.backend.publishing.meetings;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface MeetingPublicationRepository extends GenericRepository<MeetingStateRow, UUID> {
    @Query("""
            select p.revision, p.published_at, e.ended_at as withdrawn_at,
                   (select count(*) from published_meeting_end w
                    where w.owner_id = p.owner_id and w.meeting_id = p.meeting_id and w.kind = 'WITHDRAWN') as withdrawn
            from published_meeting p
            left join published_meeting_end e on e.owner_id = p.owner_id and e.meeting_id = p.meeting_id
                                             and e.revision = p.revision
            where p.owner_id = :ownerId and p.meeting_id = :meetingId
            order by p.revision desc limit 1""")
    Optional<MeetingStateRow> last(UUID ownerId, UUID meetingId);

    /** One at a time for a meeting, until the transaction ends. */
    @Query("select count(*) from (select pg_advisory_xact_lock(hashtextextended(cast(:meetingId as text), 41))) locked")
    long lock(UUID meetingId);

    /** @param document {@link PublishedMeeting} as JSON */
    @Query("""
            insert into published_meeting (owner_id, id, plan_id, meeting_id, revision, published_at, document, papers)
            values (:ownerId, :id, :planId, :meetingId, :revision, :at, cast(:document as jsonb), :papers)""")
    void insert(
            UUID ownerId,
            UUID id,
            UUID planId,
            UUID meetingId,
            int revision,
            Instant at,
            String document,
            byte[] papers);

    @Query("""
            insert into published_meeting_end (owner_id, meeting_id, revision, plan_slug, kind, ended_at, public_reason)
            values (:ownerId, :meetingId, :revision, :planSlug, :kind, :at, :publicReason)""")
    void end(UUID ownerId, UUID meetingId, int revision, String planSlug, String kind, Instant at, String publicReason);
}
