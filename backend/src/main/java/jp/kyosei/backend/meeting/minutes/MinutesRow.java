package jp.kyosei.backend.meeting.minutes;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import jp.kyosei.backend.meeting.MinutesState;
import org.jspecify.annotations.Nullable;

@MappedEntity("minutes")
record MinutesRow(
        UUID ownerId,
        UUID meetingId,
        String text,
        String state,
        @Nullable UUID approvedBy,
        String approvedByName,
        @Nullable Instant approvedAt,
        @Nullable Instant publishedAt,
        long version) {
    MinutesRow approved(UUID by, String name, Instant at) {
        return new MinutesRow(ownerId, meetingId, text, MinutesState.APPROVED.name(), by, name, at, null, version);
    }

    MinutesRow published(Instant at) {
        return new MinutesRow(
                ownerId,
                meetingId,
                text,
                MinutesState.PUBLISHED.name(),
                approvedBy,
                approvedByName,
                approvedAt,
                at,
                version);
    }

    MinutesRow drafted() {
        return new MinutesRow(ownerId, meetingId, text, MinutesState.DRAFT.name(), null, "", null, null, version);
    }
}
