package jp.kyosei.backend.meeting;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ParticipantRepository extends GenericRepository<ParticipantEntity, UUID> {
    @Query("""
            select owner_id, meeting_id, position, name, affiliation, office, attendance, kind, remark,
                   member_id
            from meeting_participant
            where owner_id = :ownerId and meeting_id = any (cast(:meetings as uuid[]))
            order by meeting_id, position""")
    List<ParticipantEntity> ofMeetings(UUID ownerId, String meetings);

    @Query("""
            insert into meeting_participant (owner_id, meeting_id, position, name, affiliation, office, attendance, kind,
                                             remark, member_id)
            values (:ownerId, :meetingId, :position, :name, :affiliation, :office, :attendance, :kind, :remark,
                    :memberId)""")
    void insertParticipants(List<ParticipantEntity> participants);

    @Query("delete from meeting_participant where owner_id = :ownerId and meeting_id = :meetingId")
    void deleteOf(UUID ownerId, UUID meetingId);
}
