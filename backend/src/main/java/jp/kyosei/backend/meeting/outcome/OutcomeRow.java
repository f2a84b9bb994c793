package jp.kyosei.backend.meeting.outcome;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("outcome")
record OutcomeRow(
        UUID ownerId,
        UUID id,
        UUID meetingId,
        String meetingTitle,
        @Nullable UUID indicatorId,
        @Nullable UUID noteId,
        String text,
        String status,
        String remark,
        String recordedByName,
        Instant recordedAt,
        long version) {}
