package jp.kyosei.backend.meeting;

import java.util.UUID;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.tenancy.OwnerId;

/** A meeting that was found, with the plan it belongs to. */
record Opened(PlanContent content, Meeting meeting) {
    Plan plan() {
        return content.plan();
    }

    OwnerId owner() {
        return plan().owner();
    }

    UUID ownerId() {
        return owner().value();
    }

    UUID id() {
        return meeting.id().value();
    }
}
