package jp.kyosei.backend.revision;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.jspecify.annotations.Nullable;

/** Adopts (決定) a plan that is still being drafted: from then on committee and readers see it, and its version stays. */
@Singleton
public class PlanAdoption {
    private final PlanService plans;
    private final AuditService audit;
    private final TenantDoor door;
    private final AccessPolicy policy;
    private final Clock clock;

    PlanAdoption(PlanService plans, AuditService audit, TenantDoor door, AccessPolicy policy, Clock clock) {
        this.plans = plans;
        this.audit = audit;
        this.door = door;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Adopts the drafted version of a plan of which none is adopted.
     *
     * @param day when it was decided, in Japan; not later than today
     * @throws NotFoundException if there is no such plan, or it is another owner's
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not its secretariat
     * @throws RefusedException if no day is given, it is adopted already, or the day is later than today
     */
    public void adopt(Actor actor, String slug, @Nullable LocalDate day) {
        door.write(actor, () -> {
            PlanContent content = plans.inForceWithin(actor, slug);
            Plan plan = content.plan();
            policy.checkCanKeepPlans(actor, plan.owner());
            if (day == null) {
                throw new RefusedException("計画を決定した日を入力してください。");
            }
            if (content.version().adoptedOn() != null) {
                throw new RefusedException("この計画は既に決定しています。");
            }
            if (day.isAfter(LocalDate.now(clock))) {
                throw new RefusedException("決定した日に、今日より後の日は登録できません。");
            }
            plans.adoptWithin(actor, plan, content.version().id(), day);
            audit.recordWithin(
                    actor,
                    plan.owner(),
                    List.of(new Change(
                            Deed.ADOPT_PLAN,
                            SubjectKind.PLAN,
                            plan.title(),
                            plan.id().value(),
                            null,
                            Map.of(),
                            Map.of("adoptedOn", day.toString()),
                            null)));
            return true;
        });
    }
}
