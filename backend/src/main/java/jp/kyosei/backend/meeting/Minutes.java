package jp.kyosei.backend.meeting;

import java.time.Instant;
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
        Rights rights) {
    /** {@link TextKind#MINUTES}, in characters. */
    public static final int MAX_LENGTH = TextKind.MINUTES.most();

    /**
     * What the reader may do with them as they stand now.
     *
     * @param draft compose them from agenda, attendance, notes and outcomes, in place of what is there
     */
    public record Rights(boolean draft, boolean save, boolean approve, boolean publish, boolean takeBack) {
        public static final Rights NONE = new Rights(false, false, false, false, false);
    }
}
