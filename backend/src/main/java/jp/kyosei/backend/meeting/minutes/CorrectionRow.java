package jp.kyosei.backend.meeting.minutes;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

@MappedEntity("minutes_correction")
record CorrectionRow(
        UUID id,
        String passage,
        String proposed,
        String reason,
        String proposedByName,
        Instant proposedAt,
        String state,
        String answer,
        String answeredByName) {
    Correction correction() {
        return new Correction(
                id,
                passage,
                proposed,
                reason,
                proposedByName,
                proposedAt,
                Correction.State.valueOf(state),
                answer,
                answeredByName);
    }
}
