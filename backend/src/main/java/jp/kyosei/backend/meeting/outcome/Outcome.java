package jp.kyosei.backend.meeting.outcome;

import java.time.Instant;
import jp.kyosei.backend.discussion.NoteId;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.meeting.MeetingId;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said or decided in a meeting.
 *
 * @param meetingTitle such as 令和5年度第2回懇談会
 * @param indicator what it is tied to; none for the plan as a whole
 * @param note the note it goes back to; none where there is none, or for readers who are not committee or secretariat
 * @param remark what was done about it; may be empty
 * @param recordedBy the name of who recorded it
 * @param at when it was recorded
 * @param mayChange whether the reader may change it
 */
public record Outcome(
        OutcomeId id,
        MeetingId meeting,
        String meetingTitle,
        @Nullable Subject indicator,
        @Nullable NoteId note,
        String text,
        OutcomeStatus status,
        String remark,
        String recordedBy,
        Instant at,
        long version,
        boolean mayChange) {
    /** The indicator, as the version in force names it. */
    public record Subject(IndicatorId id, String no, String name) {
        /** As it stands in lists, such as {@code No.9 圏域内の宿泊者数}. */
        public String label() {
            return "No.%s %s".formatted(no, name);
        }
    }
}
