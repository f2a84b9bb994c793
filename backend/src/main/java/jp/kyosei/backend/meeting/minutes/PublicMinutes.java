package jp.kyosei.backend.meeting.minutes;

import java.util.List;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.MinutesState;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.tenancy.OwnerId;

/**
 * Minutes on their way out of the house.
 *
 * @param ownerSlug the owner's
 * @param confidential what in them not everybody may read: nothing of it may be published
 */
public record PublicMinutes(
        Meeting meeting, String ownerSlug, MinutesState state, String text, List<ConfidentialPassage> confidential) {
    public PublicMinutes {
        confidential = List.copyOf(confidential);
    }

    public Plan plan() {
        return meeting.plan();
    }

    public OwnerId owner() {
        return plan().owner();
    }
}
