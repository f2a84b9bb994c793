package jp.kyosei.backend.meeting;

import jakarta.inject.Singleton;
import java.util.List;
import jp.kyosei.backend.tenancy.Actor;

/** Plans meetings and says who attends. */
@Singleton
public class MeetingService {
    /** @throws jp.kyosei.backend.tenancy.NotFoundException if there is no such plan, or it is another owner's */
    public MeetingList meetings(Actor actor, String plan) {
        throw new UnsupportedOperationException();
    }

    /** @throws jp.kyosei.backend.tenancy.NotFoundException if there is no such meeting, or it is another owner's */
    public Meeting meeting(Actor actor, MeetingId id) {
        throw new UnsupportedOperationException();
    }

    /**
     * Plans a meeting.
     *
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not the owner's secretariat
     * @throws jp.kyosei.backend.tenancy.RefusedException if what is typed has {@link MeetingPlan#problems()}
     * @throws jp.kyosei.backend.plan.FiscalYearOutsidePlanException if the plan has no such year
     */
    public Meeting plan(Actor actor, String plan, MeetingPlan typed) {
        throw new UnsupportedOperationException();
    }

    /**
     * Changes a meeting. Papers that are issued stay what they are: their kind does not change, and neither does the year.
     *
     * @param version that the change began from; below 0 for whatever is there
     * @throws jp.kyosei.backend.tenancy.StaleException if somebody else has changed it meanwhile
     */
    public Meeting change(Actor actor, MeetingId id, long version, MeetingPlan typed) {
        throw new UnsupportedOperationException();
    }

    /** Notes who attends: the list as a whole. Errors as {@link #change}. */
    public Meeting attendance(Actor actor, MeetingId id, long version, List<Participant> participants) {
        throw new UnsupportedOperationException();
    }

    /**
     * Calls a meeting off (中止): its comment window ends, what was issued and recorded stays readable.
     *
     * @param reason shown to readers; required
     */
    public Meeting cancel(Actor actor, MeetingId id, long version, String reason) {
        throw new UnsupportedOperationException();
    }
}
