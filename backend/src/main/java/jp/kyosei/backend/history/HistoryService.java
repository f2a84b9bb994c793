package jp.kyosei.backend.history;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.kyosei.backend.actual.cell.CellWords;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorService;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.SecurityLog;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.jspecify.annotations.Nullable;

/** Reads the audit trail for people. */
@Singleton
public class HistoryService {
    /** The most entries that one call gives. */
    public static final int MOST = 500;

    private final OwnerService owners;
    private final PlanService plans;
    private final IndicatorService indicators;
    private final AuditService audit;
    private final TenantDoor door;
    private final AccessPolicy policy;

    HistoryService(
            OwnerService owners,
            PlanService plans,
            IndicatorService indicators,
            AuditService audit,
            TenantDoor door,
            AccessPolicy policy) {
        this.owners = owners;
        this.plans = plans;
        this.indicators = indicators;
        this.audit = audit;
        this.door = door;
        this.policy = policy;
    }

    /**
     * What was changed in a plan.
     *
     * @param no the number of one indicator; none for all of the plan
     * @param most how many entries, 1 to {@value #MOST}
     * @throws NotFoundException if there is no such plan or indicator, or it is another owner's
     * @throws ForbiddenException if the actor is neither the owner's secretariat nor its admin
     */
    public History ofPlan(Actor actor, String plan, @Nullable String no, int offset, int most) {
        return door.read(actor, () -> {
            PlanContent content = plans.inForceWithin(actor, plan);
            OwnerId owner = content.plan().owner();
            policy.checkCanReadHistory(actor, owner);
            SecurityLog.readsOfOthers(actor, "history of a plan", owner);
            Map<UUID, Indicator> known = known(content);
            UUID indicator = no == null ? null : indicator(known, no).id().value();
            return history(
                    content,
                    known,
                    audit.ofPlanWithin(owner, content.plan().id().value(), indicator, offset, most + 1),
                    most);
        });
    }

    /**
     * What was changed in one cell: its figure, its narrative and its task.
     *
     * @param town none for the figure of the whole owner
     * @throws NotFoundException if there is no such plan or indicator, or it is another owner's
     * @throws ForbiddenException if the actor neither keeps the owner's plans nor works on that town's figures
     */
    public History ofCell(Actor actor, String plan, String no, FiscalYear year, @Nullable MunicipalityCode town) {
        return door.read(actor, () -> {
            PlanContent content = plans.inForceWithin(actor, plan);
            OwnerId owner = content.plan().owner();
            policy.checkCanReadHistoryOfCell(actor, owner, town);
            Map<UUID, Indicator> known = known(content);
            return history(
                    content,
                    known,
                    audit.ofSubjectWithin(
                            owner, indicator(known, no).id().value(), CellWords.name(year, town), MOST + 1),
                    MOST);
        });
    }

    /**
     * What was changed of an owner besides its plans: how it was opened and who joined it, departments, roles given and
     * taken, rules, and files brought in that belong to no plan.
     *
     * @param owner its slug
     * @param most how many entries, 1 to {@value #MOST}
     * @throws NotFoundException if there is no such owner, or it is not among the actor's
     * @throws ForbiddenException if the actor is neither the owner's secretariat nor its admin
     */
    public OwnerHistory ofOwner(Actor actor, String owner, int offset, int most) {
        Owner found = owners.owner(actor, owner);
        policy.checkCanReadHistory(actor, found.id());
        SecurityLog.readsOfOthers(actor, "history of an owner", found.id());
        List<AuditEntry> entries = door.read(actor, () -> audit.ofOwnerWithin(found.id(), offset, most + 1));
        return new OwnerHistory(found, firstOf(entries, most), entries.size() > most);
    }

    /**
     * What was changed of the service itself, newest first: people registered, municipalities added to the register.
     *
     * @param most how many entries, 1 to {@value #MOST}
     * @throws NotFoundException if the actor is not the operator
     */
    public List<AuditEntry> ofService(Actor actor, int offset, int most) {
        policy.checkCanKeepOwners(actor);
        return door.read(actor, () -> audit.ofServiceWithin(offset, most));
    }

    private Map<UUID, Indicator> known(PlanContent content) {
        return indicators.indicatorsWithin(content).stream()
                .collect(Collectors.toMap(indicator -> indicator.id().value(), Function.identity()));
    }

    private static Indicator indicator(Map<UUID, Indicator> known, String no) {
        return known.values().stream()
                .filter(indicator -> indicator.no().equals(no))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private static History history(PlanContent content, Map<UUID, Indicator> known, List<AuditEntry> found, int most) {
        return new History(content, firstOf(found, most), known, found.size() > most);
    }

    private static List<AuditEntry> firstOf(List<AuditEntry> found, int most) {
        return found.size() > most ? found.subList(0, most) : found;
    }
}
