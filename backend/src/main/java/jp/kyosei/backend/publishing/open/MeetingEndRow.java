package jp.kyosei.backend.publishing.open;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** Minutes that were withdrawn, and may have been published again since. */
@MappedEntity("published_meeting_end")
record MeetingEndRow(UUID meetingId, String planSlug, Instant endedAt, String publicReason) {}
