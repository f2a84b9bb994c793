package jp.kyosei.backend.meeting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import jp.kyosei.backend.discussion.CommentWindow;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.Plan;
import org.jspecify.annotations.Nullable;

/**
 * A meeting of the committee (懇談会), as one reader sees it.
 *
 * @param fiscalYear the year whose results are discussed
 * @param title such as 令和5年度第2回懇談会
 * @param startsAt Japanese time; none where not settled, as is {@code endsAt}
 * @param place may be empty
 * @param window when the committee writes notes before it; none if it does not, or the meeting is called off
 * @param agenda 次第, in order
 * @param participants in the order of the list
 * @param materials by number, without gaps
 * @param minutes where its minutes stand; none where the reader may not see any yet
 * @param cancelled why it was called off (中止); empty if it was not
 * @param version counts up with every change of plan or attendance; at least 1
 */
public record Meeting(
        MeetingId id,
        Plan plan,
        FiscalYear fiscalYear,
        String title,
        LocalDate heldOn,
        @Nullable LocalTime startsAt,
        @Nullable LocalTime endsAt,
        String place,
        @Nullable CommentWindow window,
        List<String> agenda,
        List<Participant> participants,
        List<Material> materials,
        @Nullable MinutesState minutes,
        String cancelled,
        long version,
        Set<MeetingRight> rights) {
    public Meeting {
        agenda = List.copyOf(agenda);
        participants = List.copyOf(participants);
        materials = List.copyOf(materials);
        rights = Set.copyOf(rights);
    }

    /** Whether the reader may do that with it as it stands now. */
    public boolean may(MeetingRight right) {
        return rights.contains(right);
    }

    public boolean isCancelled() {
        return !cancelled.isEmpty();
    }
}
