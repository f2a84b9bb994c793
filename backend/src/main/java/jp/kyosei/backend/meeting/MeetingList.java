package jp.kyosei.backend.meeting;

import java.util.List;
import jp.kyosei.backend.plan.PlanContent;
import org.jspecify.annotations.Nullable;

/**
 * The meetings of a plan, as one reader sees them.
 *
 * @param meetings newest first
 * @param suggestion what the form for a new meeting begins with, taken from the last one; none for those who may not plan
 */
public record MeetingList(
        PlanContent content,
        List<Meeting> meetings,
        @Nullable MeetingPlan suggestion) {
    public MeetingList {
        meetings = List.copyOf(meetings);
    }

    public boolean mayPlan() {
        return suggestion != null;
    }
}
