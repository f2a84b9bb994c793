package jp.kyosei.backend.meeting.minutes;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("minutes_round")
record RoundRow(
        UUID ownerId,
        UUID meetingId,
        LocalDate dueOn,
        @Nullable Instant closedAt) {
    boolean isOpen() {
        return closedAt == null;
    }
}
