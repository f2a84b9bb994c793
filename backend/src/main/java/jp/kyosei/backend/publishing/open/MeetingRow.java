package jp.kyosei.backend.publishing.open;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** Minutes and papers that are in force. Rows are never compared, so that the array does no harm. */
@SuppressWarnings("ArrayRecordComponent")
@MappedEntity("published_meeting")
record MeetingRow(UUID id, UUID ownerId, int revision, Instant publishedAt, String document, byte[] papers) {}
