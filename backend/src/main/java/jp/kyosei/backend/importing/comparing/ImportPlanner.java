package jp.kyosei.backend.importing.comparing;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.ActualService;
import jp.kyosei.backend.actual.CellChange;
import jp.kyosei.backend.actual.CheckedFinding;
import jp.kyosei.backend.actual.Figures;
import jp.kyosei.backend.actual.PublishedRecord;
import jp.kyosei.backend.actual.RecordChange;
import jp.kyosei.backend.collection.CollectionService;
import jp.kyosei.backend.evaluation.Check;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.importing.document.DocumentCheck;
import jp.kyosei.backend.importing.document.PlanDocument;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.inbox.MemoryRepository;
import jp.kyosei.backend.importing.inbox.MemoryRow;
import jp.kyosei.backend.importing.reading.DocumentTexts;
import jp.kyosei.backend.importing.reading.Finding;
import jp.kyosei.backend.importing.reading.ImportTarget;
import jp.kyosei.backend.importing.reading.PlanAssembly;
import jp.kyosei.backend.importing.reading.ReadIndicator;
import jp.kyosei.backend.importing.reading.ReadPlan;
import jp.kyosei.backend.importing.reading.WorkbookReading;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.indicator.IndicatorService;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.results.ResultsPreview;
import jp.kyosei.backend.ruleset.RuleSetService;
import jp.kyosei.backend.sheet.Book;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.Owner;
import jp.kyosei.backend.tenancy.TenancyService;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.SheetUnderstanding;
import jp.kyosei.backend.understanding.UnderstoodSheet;
import org.jspecify.annotations.Nullable;

/** Works out what applying a file would do, against the data as they are now; always inside an open tenant door. */
@Singleton
final class ImportPlanner {
    private final TenancyService tenancy;
    private final PlanService plans;
    private final IndicatorService indicators;
    private final ActualService actuals;
    private final CollectionService collections;
    private final RuleSetService rules;
    private final MemoryRepository memory;

    ImportPlanner(
            TenancyService tenancy,
            PlanService plans,
            IndicatorService indicators,
            ActualService actuals,
            CollectionService collections,
            RuleSetService rules,
            MemoryRepository memory) {
        this.tenancy = tenancy;
        this.plans = plans;
        this.indicators = indicators;
        this.actuals = actuals;
        this.collections = collections;
        this.rules = rules;
        this.memory = memory;
    }

    /** A plan for an import, with how the sheets were understood. */
    record Outcome(PlannedImport planned, List<UnderstoodSheet> sheets) {}

    /** @param reason for changes of what is confirmed; none where none was given yet */
    Outcome planWithin(Actor actor, DataImport order, Book given, @Nullable String reason) {
        Book book = DocumentTexts.cleaned(given);
        Owner owner = tenancy.owner(actor, order.ownerSlug());
        ImportTarget target = ImportTarget.of(actor, owner, order.planSlug(), order.title(), order.newestActuals());
        StoredPlan stored = order.isNewPlan() ? null : storedWithin(actor, order.planSlug());
        Optional<ReadPlan> own = WorkbookReading.of(target, book);
        List<UnderstoodSheet> sheets = own.isPresent() ? List.of() : understand(order, book, stored);
        ReadPlan made = own.orElseGet(() -> new PlanAssembly(target).of(sheets));
        ReadPlan read = made.with(DocumentTexts.problems(made, book));
        PlannedImport planned = stored == null
                ? planNew(order, read, isTaken(owner, order))
                : planOver(stored, read, order.newestActuals(), reason);
        return new Outcome(planned, sheets);
    }

    private boolean isTaken(Owner owner, DataImport order) {
        return plans.hasWithin(owner.id(), order.planSlug());
    }

    /** The plan with everything recorded of it, by a fixed number of statements. */
    StoredPlan storedWithin(Actor actor, String slug) {
        PlanContent content = plans.contentWithin(actor, slug);
        List<Indicator> known = indicators.indicatorsWithin(content);
        return new StoredPlan(
                content,
                rules.bookWithin(content.plan().owner()),
                known,
                actuals.figuresWithin(actor, content),
                actuals.narrativesWithin(
                        actor,
                        content.plan().owner(),
                        known.stream().map(Indicator::id).toList(),
                        new FiscalYear(FiscalYear.FIRST)),
                collections.standWithin(content.plan()));
    }

    private List<UnderstoodSheet> understand(DataImport order, Book book, @Nullable StoredPlan stored) {
        Map<String, ColumnKind> remembered = memory.ofOwner(order.owner().value()).stream()
                .collect(Collectors.toMap(MemoryRow::label, row -> ColumnKind.valueOf(row.kind())));
        SheetUnderstanding understanding = new SheetUnderstanding(new SheetUnderstanding.Hints(
                order.newestActuals(),
                stored == null ? null : stored.content().plan().lastFiscalYear(),
                order.corrections(),
                remembered));
        return book.sheets().stream()
                .map(understanding::understand)
                .filter(UnderstoodSheet::isTable)
                .toList();
    }

    private static PlannedImport planOver(
            StoredPlan stored, ReadPlan read, FiscalYear newest, @Nullable String reason) {
        ImportComparison comparison = new ImportComparison(read, stored, reason);
        PlannedImport planned = comparison.planned();
        ResultsPreview results = new ResultsPreview(
                stored.content(), stored.rules(), stored.indicators(), foreseen(stored.figures(), planned));
        List<Finding> findings = new ArrayList<>(planned.findings());
        Map<IndicatorId, ReadIndicator> matched = comparison.matched();
        stored.indicators().stream()
                .filter(indicator -> matched.containsKey(indicator.id()))
                .forEach(indicator -> findings.addAll(
                        checks(results, indicator, Objects.requireNonNull(matched.get(indicator.id())), newest)));
        return withFindings(planned, findings);
    }

    /** The figures as they would be. */
    private static Figures foreseen(Figures now, PlannedImport planned) {
        record Cell(
                IndicatorId indicator,
                FiscalYear year,
                @Nullable MunicipalityCode town) {}
        Map<Cell, Actual> figures = new HashMap<>();
        now.actuals()
                .forEach(actual ->
                        figures.put(new Cell(actual.indicator(), actual.fiscalYear(), actual.municipality()), actual));
        for (CellChange change : planned.actuals()) {
            Observation after = change.after();
            if (after != null) {
                Actual before = change.before();
                figures.put(
                        new Cell(change.indicator(), change.fiscalYear(), change.municipality()),
                        new Actual(
                                change.indicator(),
                                change.fiscalYear(),
                                change.municipality(),
                                after,
                                change.state(),
                                Actual.versionOf(before),
                                "",
                                Instant.EPOCH));
            }
        }
        Set<PublishedRecord> replaced = planned.records().stream()
                .flatMap(change -> Stream.ofNullable(change.before()))
                .collect(Collectors.toSet());
        List<PublishedRecord> records = Stream.concat(
                        now.records().stream().filter(published -> !replaced.contains(published)),
                        planned.records().stream().map(RecordChange::after).flatMap(Stream::ofNullable))
                .toList();
        return new Figures(List.copyOf(figures.values()), records, now.manualGrades(), now.confirmations());
    }

    private static List<Finding> checks(
            ResultsPreview results, Indicator indicator, ReadIndicator file, FiscalYear newest) {
        return results.findings(indicator.id(), newest).stream()
                .filter(found -> found.confirmation() == null)
                .map(CheckedFinding::check)
                .map(check -> new Finding(
                        Finding.Weight.CHECK,
                        place(file, check),
                        indicator.no(),
                        check.fiscalYear(),
                        check.code().name(),
                        check.message()))
                .toList();
    }

    private static CellPlace place(ReadIndicator file, Check check) {
        int year = check.fiscalYear().year();
        return switch (check.code()) {
            case RATE_DIFFERS_FROM_RECORD -> file.at(ReadIndicator.record(year, ColumnKind.RATE.name()));
            case CHANGE_DIFFERS_FROM_RECORD -> file.at(ReadIndicator.record(year, ColumnKind.CHANGE.name()));
            case GRADE_DIFFERS_FROM_RECORD -> file.at(ReadIndicator.record(year, ColumnKind.GRADE.name()));
            case TARGET_DIFFERS_FROM_PLAN ->
                file.entry().targets().stream()
                        .map(target -> file.at(ReadIndicator.target(target.fiscalYear())))
                        .findFirst()
                        .orElse(file.place());
            default -> file.ofYear(year);
        };
    }

    /** A new plan: everything in the file is new. */
    private PlannedImport planNew(DataImport order, ReadPlan read, boolean taken) {
        PlanDocument document = read.document();
        List<Finding> findings = new ArrayList<>(read.findings());
        if (taken) {
            findings.add(Finding.problem(null, "", "識別名「%s」の計画は既にあります。別の識別名を付けてください。".formatted(order.planSlug())));
        }
        boolean sound = findings.stream().noneMatch(finding -> finding.weight() == Finding.Weight.PROBLEM);
        if (sound || read.isOwnWorkbook()) {
            new DocumentCheck(document)
                    .problems()
                    .forEach(problem -> findings.add(
                            Finding.problem(null, "", "%s: %s".formatted(problem.place(), problem.message()))));
        }
        List<PlannedChange> changes = new ArrayList<>();
        boolean applicable = findings.stream().noneMatch(finding -> finding.weight() == Finding.Weight.PROBLEM);
        if (applicable) {
            NewPlan made = new NewPlan(order, document);
            ResultsPreview results = new ResultsPreview(
                    made.content(), rules.bookWithin(order.owner()), made.indicators(), made.figures());
            for (int index = 0; index < made.indicators().size(); index++) {
                findings.addAll(checks(
                        results, made.indicators().get(index), read.indicators().get(index), order.newestActuals()));
            }
        }
        read.indicators().forEach(indicator -> changes.addAll(NewPlan.changes(indicator)));
        return new PlannedImport(read, true, List.of(), List.of(), List.of(), changes, 0, findings);
    }

    private static PlannedImport withFindings(PlannedImport planned, List<Finding> findings) {
        return new PlannedImport(
                planned.read(),
                planned.isNewPlan(),
                planned.actuals(),
                planned.narratives(),
                planned.records(),
                planned.changes(),
                planned.unchanged(),
                findings);
    }
}
