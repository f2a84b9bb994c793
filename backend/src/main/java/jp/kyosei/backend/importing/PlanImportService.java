package jp.kyosei.backend.importing;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.kyosei.backend.actual.ActualWriter;
import jp.kyosei.backend.actual.CellChange;
import jp.kyosei.backend.actual.narrative.NarrativeChange;
import jp.kyosei.backend.actual.narrative.NarrativeText;
import jp.kyosei.backend.actual.record.PublishedRecord;
import jp.kyosei.backend.actual.record.RecordChange;
import jp.kyosei.backend.audit.AuditService;
import jp.kyosei.backend.audit.Change;
import jp.kyosei.backend.audit.Deed;
import jp.kyosei.backend.audit.SubjectKind;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.indicator.IndicatorService;
import jp.kyosei.backend.owners.Department;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.plan.InitiativeSpan;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.PlanId;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.plan.PlanVersion;
import jp.kyosei.backend.plan.PlanVersionId;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.plan.SectionId;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.jspecify.annotations.Nullable;

/** Applies a whole plan document in one transaction, or refuses it with every problem named. */
@Singleton
public class PlanImportService {
    private final OwnerService tenancy;
    private final PlanService plans;
    private final IndicatorService indicators;
    private final ActualWriter writer;
    private final AuditService audit;
    private final TenantDoor door;
    private final AccessPolicy policy;

    PlanImportService(
            OwnerService tenancy,
            PlanService plans,
            IndicatorService indicators,
            ActualWriter writer,
            AuditService audit,
            TenantDoor door,
            AccessPolicy policy) {
        this.tenancy = tenancy;
        this.plans = plans;
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
        Owner owner = tenancy.owner(actor, document.owner());
        policy.checkCanKeepPlans(actor, owner.id());
        List<ImportProblem> problems = new DocumentCheck(document).problems();
        if (!problems.isEmpty()) {
            throw new ImportRefusedException(problems);
        }
        return door.write(actor, () -> {
            if (plans.hasWithin(owner.id(), document.slug())) {
                throw new ImportRefusedException(List.of(
                        new ImportProblem("slug", "識別名「%s」の計画は既にあります。別の識別名を付けてください。".formatted(document.slug()))));
            }
            return applyWithin(actor, owner, document);
        });
    }

    private PlanId applyWithin(Actor actor, Owner owner, PlanDocument document) {
        Plan plan = new Plan(
                PlanId.next(),
                owner.id(),
                document.slug(),
                document.title(),
                document.kind(),
                new FiscalYear(document.firstFiscalYear()),
                new FiscalYear(document.lastFiscalYear()),
                document.levelNames());
        plans.createWithin(actor, plan);

        PlanVersion current = null;
        for (PlanDocument.VersionEntry entry : document.versions()) {
            PlanVersion version =
                    new PlanVersion(PlanVersionId.next(), entry.number(), entry.title(), entry.adoptedOn());
            boolean isCurrent = entry.equals(document.versions().getLast());
            // The version that takes the content is drafted until it is filled.
            plans.addVersionWithin(
                    actor,
                    plan,
                    isCurrent ? new PlanVersion(version.id(), version.number(), version.title(), null) : version);
            current = version;
        }
        if (current == null) {
            throw new IllegalStateException("a checked document has at least one version");
        }

        Map<String, SectionId> sections =
                plans.fillWithin(actor, plan, current.id(), sections(document), initiatives(document));
        Map<String, IndicatorId> ids = addIndicators(actor, plan, current, sections, document);
        addFigures(actor, plan, document, ids);
        LocalDate adoptedOn = current.adoptedOn();
        if (adoptedOn != null) {
            plans.adoptWithin(actor, plan, current.id(), adoptedOn);
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
                                "indicators", document.indicators().size()),
                        null)));
        return plan.id();
    }

    private Map<String, IndicatorId> addIndicators(
            Actor actor, Plan plan, PlanVersion version, Map<String, SectionId> sections, PlanDocument document) {
        List<MunicipalityCode> towns = document.indicators().stream()
                .flatMap(entry -> entry.reporters().stream())
                .map(reporter -> new MunicipalityCode(reporter.municipality()))
                .distinct()
                .toList();
        Map<MunicipalityCode, List<Department>> departments = tenancy.reportingDepartmentsWithin(towns);
        Map<String, IndicatorId> ids = new LinkedHashMap<>();
        List<Indicator> added = new ArrayList<>();
        for (PlanDocument.IndicatorEntry entry : document.indicators()) {
            Indicator indicator = IndicatorEntries.indicator(entry, departments);
            ids.put(entry.no(), indicator.id());
            added.add(indicator);
        }
        indicators.addWithin(actor, plan, version.id(), sections, added);
        return ids;
    }

    private void addFigures(Actor actor, Plan plan, PlanDocument document, Map<String, IndicatorId> ids) {
        List<CellChange> entered = new ArrayList<>();
        List<NarrativeChange> narratives = new ArrayList<>();
        List<RecordChange> records = new ArrayList<>();
        for (PlanDocument.IndicatorEntry entry : document.indicators()) {
            IndicatorId id = ids.get(entry.no());
            if (id == null) {
                continue;
            }
            entry.actuals()
                    .forEach(actual -> entered.add(CellChange.withPlan(
                            id,
                            new FiscalYear(actual.fiscalYear()),
                            town(actual.municipality()),
                            IndicatorEntries.observation(actual))));
            entry.narratives()
                    .forEach(narrative -> narratives.add(NarrativeChange.withPlan(
                            id,
                            new FiscalYear(narrative.fiscalYear()),
                            town(narrative.municipality()),
                            new NarrativeText(
                                    narrative.progress(),
                                    narrative.outlook(),
                                    Objects.requireNonNullElse(narrative.initiatives(), "")))));
            entry.records()
                    .forEach(published -> records.add(new RecordChange(
                            null,
                            new PublishedRecord(
                                    id,
                                    new FiscalYear(published.fiscalYear()),
                                    published.grade(),
                                    published.rate(),
                                    published.change(),
                                    published.target()))));
        }
        writer.enterWithPlanWithin(actor, plan.owner(), plan.id(), entered, narratives, records);
    }

    static List<Section> sections(PlanDocument document) {
        Map<String, Integer> levels = new HashMap<>();
        List<Section> sections = new ArrayList<>();
        for (PlanDocument.SectionEntry entry : document.sections()) {
            int level = entry.parent() == null ? 1 : levels.getOrDefault(entry.parent(), 0) + 1;
            levels.put(entry.number(), level);
            sections.add(
                    new Section(SectionId.next(), entry.number(), entry.parent(), level, entry.title(), entry.body()));
        }
        return sections;
    }

    private static List<Initiative> initiatives(PlanDocument document) {
        return document.initiatives().stream()
                .map(entry -> new Initiative(
                        entry.section(),
                        entry.title(),
                        entry.municipalities().stream()
                                .map(MunicipalityCode::new)
                                .toList(),
                        entry.spans().stream()
                                .map(span -> new InitiativeSpan(
                                        new FiscalYear(span.firstFiscalYear()),
                                        new FiscalYear(span.lastFiscalYear()),
                                        span.text()))
                                .toList()))
                .toList();
    }

    static @Nullable MunicipalityCode town(@Nullable String code) {
        return code == null ? null : new MunicipalityCode(code);
    }
}
