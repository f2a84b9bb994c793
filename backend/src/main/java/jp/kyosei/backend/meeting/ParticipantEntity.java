package jp.kyosei.backend.meeting;

import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

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
        String remark) {
    Participant participant() {
        return new Participant(
                name, affiliation, office, Attendance.valueOf(attendance), Participant.Kind.valueOf(kind), remark);
    }
}
