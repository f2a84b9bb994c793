package jp.kyosei.backend.publishing.meetings;

import java.time.Instant;
import jp.kyosei.backend.meeting.MeetingId;
import jp.kyosei.backend.publishing.PublicationState;
import org.jspecify.annotations.Nullable;

/**
 * A meeting with the public, as its secretariat sees it.
 *
 * @param plan its slug
 * @param revision the one published last; 0 if none was
 * @param at when it was published or withdrawn last; none if nothing was done
 * @param version counts up with every step; 0 where nothing was done yet
 */
public record MeetingPublication(
        MeetingId meeting,
        String plan,
        PublicationState state,
        int revision,
        @Nullable Instant at,
        long version) {}
