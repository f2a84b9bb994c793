package jp.kyosei.backend.revision;

import java.util.Optional;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.PlanVersion;
import org.jspecify.annotations.Nullable;

/**
 * A plan in the register of its owner.
 *
 * @param inForce the version adopted last; none while the plan is being drafted
 * @param open the draft, of a plan never adopted or beside the version in force
 * @param indicators of the version in force, or of the draft where none is
 * @param unasked those of them for which nobody is asked
 */
public record RegisteredPlan(
        Plan plan, @Nullable PlanVersion inForce, @Nullable PlanVersion open, long indicators, long unasked) {
    /** The draft, if there is one. */
    public Optional<PlanVersion> draft() {
        return Optional.ofNullable(open);
    }
}
