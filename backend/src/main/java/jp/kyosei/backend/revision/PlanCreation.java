package jp.kyosei.backend.revision;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.importing.inbox.PlanNames;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.PlanId;
import jp.kyosei.backend.plan.PlanKeeping;
import jp.kyosei.backend.plan.PlanVersion;
import jp.kyosei.backend.plan.PlanVersionId;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.tenancy.WrongTextException;
import jp.kyosei.backend.text.TextKind;

/** Begins new plans, with a first draft that is empty. */
@Singleton
public class PlanCreation {
    private static final String FIRST = "策定";
    private static final int MOST_LEVELS = 6;

    private final OwnerService owners;
    private final PlanKeeping keeping;
    private final PlanNames names;
    private final AuditService audit;
    private final TenantDoor door;
    private final AccessPolicy policy;

    PlanCreation(
            OwnerService owners,
            PlanKeeping keeping,
            PlanNames names,
            AuditService audit,
            TenantDoor door,
            AccessPolicy policy) {
        this.owners = owners;
        this.keeping = keeping;
        this.names = names;
        this.audit = audit;
        this.door = door;
        this.policy = policy;
    }

    /**
     * Begins a plan of an owner.
     *
     * @throws jp.kyosei.backend.tenancy.NotFoundException if there is no such owner, or it is not the actor's to read
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not its secretariat
     * @throws WrongTextException if the title or a level's name is missing or too long, or the name in addresses is none
     * @throws jp.kyosei.backend.tenancy.RefusedException if the name in addresses is taken
     */
    public Plan create(Actor actor, String ownerSlug, PlanBeginning wanted) {
        Owner owner = owners.owner(actor, ownerSlug);
        policy.checkCanKeepPlans(actor, owner.id());
        String title = TypedText.required(TextKind.NAME, "title", "計画の名称", wanted.title(), "計画の名称を入力してください。");
        List<String> levels = levels(wanted.levelNames());
        return door.write(actor, () -> {
            Plan plan = new Plan(
                    PlanId.next(),
                    owner.id(),
                    names.nameWithin(owner, wanted.slug()),
                    title,
                    wanted.kind(),
                    wanted.period().first(),
                    wanted.period().last(),
                    levels);
            keeping.createWithin(actor, plan);
            keeping.addVersionWithin(actor, plan, new PlanVersion(PlanVersionId.next(), 1, FIRST, null));
            audit.recordWithin(
                    actor,
                    owner.id(),
                    List.of(new Change(
                            Deed.CREATE_PLAN,
                            SubjectKind.PLAN,
                            plan.title(),
                            plan.id().value(),
                            null,
                            Map.of(),
                            Map.of(
                                    "title",
                                    plan.title(),
                                    "kind",
                                    plan.kind().label(),
                                    "period",
                                    wanted.period().label(),
                                    "levelNames",
                                    String.join("・", levels)),
                            null)));
            return plan;
        });
    }

    private static List<String> levels(List<String> names) {
        if (names.isEmpty() || names.size() > MOST_LEVELS) {
            throw new WrongTextException("levelNames", "体系の階層名を、上から1〜%dつ入力してください。".formatted(MOST_LEVELS));
        }
        List<String> checked = names.stream()
                .map(name -> TypedText.required(TextKind.PLAN_WORDS, "levelNames", "体系の階層名", name, "体系の階層名を入力してください。"))
                .toList();
        if (checked.stream().distinct().count() < checked.size()) {
            throw new WrongTextException("levelNames", "体系の階層名が同じです。階層ごとに違う名前を付けてください。");
        }
        return checked;
    }
}
