package jp.kyosei.backend.meeting;

import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;
import jp.kyosei.backend.committee.MemberId;
import org.jspecify.annotations.Nullable;

@MappedEntity("meeting_participant")
record ParticipantEntity(
        UUID ownerId,
        UUID meetingId,
        int position,
        String name,
        String affiliation,
        String office,
        String attendance,
        String kind,
        String remark,
        @Nullable UUID memberId) {
    Participant participant() {
        return new Participant(
                name,
                affiliation,
                office,
                Attendance.valueOf(attendance),
                Participant.Kind.valueOf(kind),
                remark,
                memberId == null ? null : new MemberId(memberId));
    }
}
