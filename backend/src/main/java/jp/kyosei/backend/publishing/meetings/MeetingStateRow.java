package jp.kyosei.backend.publishing.meetings;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The revision published last.
 *
 * @param withdrawn how many revisions were withdrawn
 */
@MappedEntity("published_meeting")
record MeetingStateRow(
        int revision, Instant publishedAt, @Nullable Instant withdrawnAt, long withdrawn) {}
