package jp.kyosei.backend.revision;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import jp.kyosei.backend.indicator.DraftIndicators;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.PlanId;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.plan.PlanSummary;
import jp.kyosei.backend.plan.PlanVersion;
import jp.kyosei.backend.plan.PlanVersionId;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.jspecify.annotations.Nullable;

/** The register of an owner's plans, for its secretariat: a town keeps twenty to thirty. */
@Singleton
public class PlanRegister {
    private static final DraftIndicators.Count NONE = new DraftIndicators.Count(0, 0);

    private final OwnerService owners;
    private final PlanService plans;
    private final DraftIndicators indicators;
    private final TenantDoor door;
    private final AccessPolicy policy;

    PlanRegister(
            OwnerService owners, PlanService plans, DraftIndicators indicators, TenantDoor door, AccessPolicy policy) {
        this.owners = owners;
        this.plans = plans;
        this.indicators = indicators;
        this.door = door;
        this.policy = policy;
    }

    /**
     * The plans of an owner, the newest first, by a fixed number of statements.
     *
     * @throws jp.kyosei.backend.tenancy.NotFoundException if there is no such owner, or it is not the actor's to read
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not its secretariat
     */
    public List<RegisteredPlan> plans(Actor actor, String ownerSlug) {
        Owner owner = owners.owner(actor, ownerSlug);
        policy.checkCanKeepPlans(actor, owner.id());
        List<Plan> all = plans.plans(actor).stream()
                .map(PlanSummary::plan)
                .filter(plan -> plan.owner().equals(owner.id()))
                .toList();
        return door.read(actor, () -> {
            Map<PlanId, List<PlanVersion>> versions = plans.versionsOfWithin(owner.id());
            Map<PlanVersionId, DraftIndicators.Count> counts = indicators.countsWithin(owner.id());
            return all.stream()
                    .map(plan -> registered(plan, versions.getOrDefault(plan.id(), List.of()), counts))
                    .sorted(Comparator.comparing((RegisteredPlan registered) ->
                                    registered.plan().lastFiscalYear())
                            .reversed())
                    .toList();
        });
    }

    private static RegisteredPlan registered(
            Plan plan, List<PlanVersion> versions, Map<PlanVersionId, DraftIndicators.Count> counts) {
        @Nullable
        PlanVersion inForce = versions.stream()
                .filter(version -> version.adoptedOn() != null)
                .reduce((earlier, later) -> later)
                .orElse(null);
        @Nullable
        PlanVersion open = versions.stream()
                .filter(version -> version.adoptedOn() == null)
                .findFirst()
                .orElse(null);
        PlanVersion counted = inForce == null ? open : inForce;
        DraftIndicators.Count count = counted == null ? NONE : counts.getOrDefault(counted.id(), NONE);
        return new RegisteredPlan(plan, inForce, open, count.indicators(), count.unasked());
    }
}
