package jp.kyosei.backend.meeting;

import java.util.UUID;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.tenancy.OwnerId;

/** A meeting that was found, with the plan it belongs to. */
public record OpenMeeting(PlanContent content, Meeting meeting) {
    public Plan plan() {
        return content.plan();
    }

    public OwnerId owner() {
        return plan().owner();
    }

    public UUID ownerId() {
        return owner().value();
    }

    public UUID id() {
        return meeting.id().value();
    }
}
