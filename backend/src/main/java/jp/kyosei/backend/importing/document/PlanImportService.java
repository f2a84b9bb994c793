package jp.kyosei.backend.importing.document;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.kyosei.backend.actual.ActualWriter;
import jp.kyosei.backend.actual.CellChange;
import jp.kyosei.backend.actual.narrative.NarrativeChange;
import jp.kyosei.backend.actual.record.RecordChange;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.indicator.IndicatorService;
import jp.kyosei.backend.load.Headway;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.owners.department.Department;
import jp.kyosei.backend.owners.department.DepartmentService;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.PlanId;
import jp.kyosei.backend.plan.PlanKeeping;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.plan.PlanVersion;
import jp.kyosei.backend.plan.PlanVersionId;
import jp.kyosei.backend.plan.SectionId;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.TenantDoor;

/** Applies a whole plan document in one transaction, or refuses it with every problem named. */
@Singleton
public class PlanImportService {
    /** How much of the work the indicators are, beside their figures. */
    private static final double INDICATORS = 0.3;

    private final OwnerService owners;
    private final DepartmentService departments;
    private final PlanService plans;
    private final PlanKeeping keeping;
    private final IndicatorService indicators;
    private final ActualWriter writer;
    private final AuditService audit;
    private final TenantDoor door;
    private final AccessPolicy policy;

    PlanImportService(
            OwnerService owners,
            DepartmentService departments,
            PlanService plans,
            PlanKeeping keeping,
            IndicatorService indicators,
            ActualWriter writer,
            AuditService audit,
            TenantDoor door,
            AccessPolicy policy) {
        this.owners = owners;
        this.departments = departments;
        this.plans = plans;
        this.keeping = keeping;
        this.indicators = indicators;
        this.writer = writer;
        this.audit = audit;
        this.door = door;
        this.policy = policy;
    }

    /**
     * Creates the plan of the document with all its figures.
     *
     * @throws jp.kyosei.backend.tenancy.NotFoundException if the document's owner is not among the actor's
     * @throws jp.kyosei.backend.tenancy.ForbiddenException if the actor is not its secretariat
     * @throws ImportRefusedException if anything in the document does not fit; nothing is saved then
     */
    public PlanId apply(Actor actor, PlanDocument document) {
        DocumentReading reading = new DocumentReading(document);
        WholePlan plan = reading.plan();
        return apply(actor, plan, reading.problems());
    }

    /** The same of a plan that is understood already. */
    public PlanId apply(Actor actor, WholePlan plan) {
        return apply(actor, plan, List.of());
    }

    private PlanId apply(Actor actor, WholePlan plan, List<ImportProblem> known) {
        Owner owner = owners.owner(actor, plan.owner());
        policy.checkCanKeepPlans(actor, owner.id());
        List<ImportProblem> problems =
                Stream.concat(known.stream(), PlanCheck.problems(plan).stream()).toList();
        if (!problems.isEmpty()) {
            throw new ImportRefusedException(problems);
        }
        return door.writeForLong(actor, () -> {
            if (plans.hasWithin(owner.id(), plan.slug())) {
                throw new ImportRefusedException(
                        List.of(new ImportProblem("slug", "識別名「%s」の計画は既にあります。別の識別名を付けてください。".formatted(plan.slug()))));
            }
            return applyWithin(actor, owner, plan);
        });
    }

    private PlanId applyWithin(Actor actor, Owner owner, WholePlan whole) {
        Plan plan = whole.plan(owner.id());
        keeping.createWithin(actor, plan);

        PlanVersion current = null;
        for (PlanDocument.VersionEntry entry : whole.versions()) {
            PlanVersion version =
                    new PlanVersion(PlanVersionId.next(), entry.number(), entry.title(), entry.adoptedOn());
            boolean isCurrent = entry.equals(whole.versions().getLast());
            // The version that takes the content is drafted until it is filled.
            keeping.addVersionWithin(
                    actor,
                    plan,
                    isCurrent ? new PlanVersion(version.id(), version.number(), version.title(), null) : version);
            current = version;
        }
        if (current == null) {
            throw new IllegalStateException("a checked plan has at least one version");
        }

        Map<String, SectionId> sections =
                keeping.fillWithin(actor, plan, current.id(), whole.tree(), whole.initiatives());
        PlanVersion filled = current;
        List<Indicator> added = Headway.part(0, INDICATORS, () -> addIndicators(actor, plan, filled, sections, whole));
        Headway.part(INDICATORS, 1, () -> addFigures(actor, plan, whole, added));
        LocalDate adoptedOn = current.adoptedOn();
        if (adoptedOn != null) {
            keeping.adoptWithin(actor, plan, current.id(), adoptedOn, false);
        }
        audit.recordWithin(
                actor,
                owner.id(),
                List.of(new Change(
                        Deed.IMPORT_PLAN,
                        SubjectKind.PLAN,
                        plan.slug(),
                        plan.id().value(),
                        null,
                        Map.of(),
                        Map.of(
                                "title", plan.title(),
                                "indicators", whole.indicators().size()),
                        null)));
        return plan.id();
    }

    /** In the order of the plan. */
    private List<Indicator> addIndicators(
            Actor actor, Plan plan, PlanVersion version, Map<String, SectionId> sections, WholePlan whole) {
        List<MunicipalityCode> towns = whole.indicators().stream()
                .flatMap(indicator -> indicator.reporters().stream())
                .map(WholeIndicator.Asked::town)
                .distinct()
                .toList();
        Map<MunicipalityCode, List<Department>> asked = departments.reportingDepartmentsWithin(towns);
        List<Indicator> added = whole.indicators().stream()
                .map(indicator -> indicator.indicator(asked))
                .toList();
        indicators.addWithin(actor, plan, version.id(), sections, added);
        return added;
    }

    private int addFigures(Actor actor, Plan plan, WholePlan whole, List<Indicator> added) {
        List<CellChange> entered = new ArrayList<>();
        List<NarrativeChange> narratives = new ArrayList<>();
        List<RecordChange> records = new ArrayList<>();
        for (int index = 0; index < added.size(); index++) {
            IndicatorId id = added.get(index).id();
            WholeIndicator indicator = whole.indicators().get(index);
            indicator
                    .figures()
                    .forEach(figure ->
                            entered.add(CellChange.withPlan(id, figure.year(), figure.town(), figure.observation())));
            indicator
                    .narratives()
                    .forEach(words ->
                            narratives.add(NarrativeChange.withPlan(id, words.year(), words.town(), words.text())));
            indicator.records().forEach(printed -> records.add(new RecordChange(null, printed.of(id))));
        }
        writer.enterWithPlanWithin(actor, plan.owner(), plan.id(), entered, narratives, records);
        return entered.size();
    }
}
