package jp.kyosei.backend.meeting.minutes;

import java.time.Instant;
import java.util.Set;
import jp.kyosei.backend.meeting.MeetingId;
import jp.kyosei.backend.meeting.MinutesState;
import jp.kyosei.backend.text.TextKind;
import org.jspecify.annotations.Nullable;

/**
 * The minutes (議事要旨) of a meeting.
 *
 * @param text Markdown; {@link jp.kyosei.backend.discussion.markup.NoteMarkup} makes HTML of it
 * @param approvedBy the name of who approved them; empty while they are not
 * @param version counts up with every change; 0 while nothing is stored
 */
public record Minutes(
        MeetingId meeting,
        String text,
        MinutesState state,
        String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable Instant publishedAt,
        long version,
        Set<MinutesRight> rights) {
    /** {@link TextKind#MINUTES}, in characters. */
    public static final int MAX_LENGTH = TextKind.MINUTES.most();

    public Minutes {
        rights = Set.copyOf(rights);
    }

    /** Whether the reader may do that with them as they stand now. */
    public boolean may(MinutesRight right) {
        return rights.contains(right);
    }
}
