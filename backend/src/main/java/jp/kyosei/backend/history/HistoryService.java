package jp.kyosei.backend.history;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.kyosei.backend.actual.cell.CellWords;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.TrailFilter;
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
     * @param filter which changes, whatever indicator it says
     * @param most how many entries, 1 to {@value #MOST}
     * @throws NotFoundException if there is no such plan or indicator, or it is another owner's
     * @throws ForbiddenException if the actor is neither the owner's secretariat nor its admin
     */
    public History ofPlan(Actor actor, String plan, @Nullable String no, TrailFilter filter, int offset, int most) {
        return door.read(actor, () -> {
            PlanContent content = plans.inForceWithin(actor, plan);
            OwnerId owner = content.plan().owner();
            policy.checkCanReadHistory(actor, owner);
            SecurityLog.readsOfOthers(actor, "history of a plan", owner);
            Map<UUID, Indicator> known = known(content);
            UUID id = content.plan().id().value();
            TrailFilter wanted =
                    no == null ? filter : filter.of(indicator(known, no).id().value());
            return history(content, known, audit.ofPlanWithin(owner, id, wanted, offset, most + 1), most);
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
            if (year.year() > policy.lastYear(actor, owner).orElse(FiscalYear.LAST)) {
                throw new NotFoundException();
            }
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
    public OwnerHistory ofOwner(Actor actor, String owner, TrailFilter filter, int offset, int most) {
        Owner found = owners.owner(actor, owner);
        policy.checkCanReadHistory(actor, found.id());
        SecurityLog.readsOfOthers(actor, "history of an owner", found.id());
        return door.read(actor, () -> {
            List<AuditEntry> entries = audit.ofOwnerWithin(found.id(), filter, offset, most + 1);
            return new OwnerHistory(found, firstOf(entries, most), names(entries), entries.size() > most);
        });
    }

    /**
     * Who has changed something of a plan, by name, to choose from.
     *
     * @throws NotFoundException if there is no such plan, or it is another owner's
     * @throws ForbiddenException if the actor is neither the owner's secretariat nor its admin
     */
    public List<String> peopleOfPlan(Actor actor, String plan) {
        return door.read(actor, () -> {
            PlanContent content = plans.inForceWithin(actor, plan);
            policy.checkCanReadHistory(actor, content.plan().owner());
            return audit.peopleOfPlanWithin(
                    content.plan().owner(), content.plan().id().value());
        });
    }

    /**
     * Who has changed something of an owner besides its plans, by name, to choose from.
     *
     * @throws NotFoundException if there is no such owner, or it is not among the actor's
     * @throws ForbiddenException if the actor is neither the owner's secretariat nor its admin
     */
    public List<String> peopleOfOwner(Actor actor, String owner) {
        Owner found = owners.owner(actor, owner);
        policy.checkCanReadHistory(actor, found.id());
        return door.read(actor, () -> audit.peopleOfOwnerWithin(found.id()));
    }

    /**
     * What was changed of the service itself, newest first: people registered, municipalities added to the register.
     *
     * @param most how many entries, 1 to {@value #MOST}
     * @throws NotFoundException if the actor is not the operator
     */
    public ServiceHistory ofService(Actor actor, int offset, int most) {
        policy.checkCanKeepOwners(actor);
        return door.read(actor, () -> {
            List<AuditEntry> entries = audit.ofServiceWithin(offset, most + 1);
            return new ServiceHistory(firstOf(entries, most), names(entries), entries.size() > most);
        });
    }

    private Map<UUID, Indicator> known(PlanContent content) {
        Map<UUID, Indicator> known = new LinkedHashMap<>();
        indicators
                .indicatorsWithin(content)
                .forEach(indicator -> known.put(indicator.id().value(), indicator));
        return known;
    }

    private static Indicator indicator(Map<UUID, Indicator> known, String no) {
        return known.values().stream()
                .filter(indicator -> indicator.no().equals(no))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private History history(PlanContent content, Map<UUID, Indicator> known, List<AuditEntry> found, int most) {
        return new History(content, firstOf(found, most), known, names(found), found.size() > most);
    }

    private TownNames names(List<AuditEntry> entries) {
        return new TownNames(owners.townNamesWithin(TownNames.codesIn(entries)));
    }

    private static List<AuditEntry> firstOf(List<AuditEntry> found, int most) {
        return found.size() > most ? found.subList(0, most) : found;
    }
}
