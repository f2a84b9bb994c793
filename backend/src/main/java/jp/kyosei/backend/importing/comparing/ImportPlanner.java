package jp.kyosei.backend.importing.comparing;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.document.PlanCheck;
import jp.kyosei.backend.importing.inbox.ColumnMemory;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.inbox.RememberedColumns;
import jp.kyosei.backend.importing.reading.BookTexts;
import jp.kyosei.backend.importing.reading.Finding;
import jp.kyosei.backend.importing.reading.ImportTarget;
import jp.kyosei.backend.importing.reading.PlanAssembly;
import jp.kyosei.backend.importing.reading.ReadIndicator;
import jp.kyosei.backend.importing.reading.ReadPlan;
import jp.kyosei.backend.importing.reading.ResultsCsv;
import jp.kyosei.backend.importing.reading.WorkbookReading;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.plan.PlanPeriod;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.ruleset.RuleSetService;
import jp.kyosei.backend.sheet.Book;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.understanding.Hints;
import jp.kyosei.backend.understanding.UnderstoodBook;
import jp.kyosei.backend.understanding.question.Answers;
import jp.kyosei.backend.understanding.table.BookUnderstanding;
import org.jspecify.annotations.Nullable;

/** Works out what applying a file would do, against the data as they are now; always inside an open tenant door. */
@Singleton
public final class ImportPlanner {
    private final OwnerService owners;
    private final PlanService plans;
    private final StoredPlans stored;
    private final RuleSetService rules;
    private final ColumnMemory memory;

    ImportPlanner(
            OwnerService owners, PlanService plans, StoredPlans stored, RuleSetService rules, ColumnMemory memory) {
        this.owners = owners;
        this.plans = plans;
        this.stored = stored;
        this.rules = rules;
        this.memory = memory;
    }

    /**
     * What an import would do.
     *
     * @param sheets how its sheets were understood
     * @param book the file itself as it was looked at
     * @param recalled columns of which something said in an earlier import was taken
     */
    public record Look(PlannedImport planned, UnderstoodBook sheets, Book book, List<RecalledColumn> recalled) {}

    /** @param reason for changes of what is confirmed; none where none was given yet */
    public Look planWithin(Actor actor, DataImport order, Book given, @Nullable String reason) {
        Book book = BookTexts.cleaned(given);
        Owner owner = owners.owner(actor, order.ownerSlug());
        ImportTarget target = ImportTarget.of(actor, owner, order.planSlug(), order.title(), order.newestActuals());
        StoredPlan known = order.isNewPlan() ? null : stored.storedWithin(actor, order.planSlug());
        Optional<ReadPlan> own = WorkbookReading.of(target, book).or(() -> ResultsCsv.of(target, book));
        RememberedColumns remembered = memory.rememberedWithin(order);
        PlanAssembly assembly = new PlanAssembly(target, order.corrections().answers());
        ReadPlan made = own.orElseGet(() -> assembly.of(understand(order, book, known, target, remembered)));
        UnderstoodBook sheets = assembly.understood();
        ReadPlan asked = known == null ? PeriodAsked.of(made, order.period()) : made;
        ReadPlan read = asked.with(BookTexts.problems(made, book));
        PlannedImport planned = known == null
                ? planNew(order, SeenFigures.unresolved(read), plans.hasWithin(owner.id(), order.planSlug()))
                : planOver(known, read, order, reason);
        return new Look(
                planned,
                sheets.with(planned.read().questions()),
                book,
                RecalledColumn.among(sheets.sheets(), remembered, order.corrections()));
    }

    private static UnderstoodBook understand(
            DataImport order,
            Book book,
            @Nullable StoredPlan known,
            ImportTarget target,
            RememberedColumns remembered) {
        return new BookUnderstanding(new Hints(
                        order.newestActuals(),
                        lastYear(order, known),
                        target.towns().keySet(),
                        order.corrections(),
                        remembered))
                .understand(book);
    }

    private static @Nullable FiscalYear lastYear(DataImport order, @Nullable StoredPlan known) {
        if (known != null) {
            return known.content().plan().lastFiscalYear();
        }
        PlanPeriod asked = order.period();
        return asked == null ? null : asked.last();
    }

    private static PlannedImport planOver(StoredPlan known, ReadPlan read, DataImport order, @Nullable String reason) {
        FiscalYear newest = order.newestActuals();
        Answers answers = order.corrections().answers();
        SeenFigures seen = new SeenFigures(read, known);
        ImportComparison comparison = new ImportComparison(seen.taken(), known, answers, reason);
        PlannedImport planned = comparison.planned();
        Foreseen foreseen = Foreseen.over(known, planned);
        List<Finding> findings = new ArrayList<>(planned.findings());
        seen.totals().forEach(total -> findings.addAll(foreseen.totals(total)));
        Map<IndicatorId, ReadIndicator> matched = comparison.matched();
        known.indicators().stream()
                .filter(indicator -> matched.containsKey(indicator.id()))
                .forEach(indicator -> findings.addAll(
                        foreseen.checks(indicator, Objects.requireNonNull(matched.get(indicator.id())), newest)));
        return planned.with(findings);
    }

    /** A new plan: everything in the file is new. */
    private PlannedImport planNew(DataImport order, ReadPlan read, boolean taken) {
        List<Finding> findings = new ArrayList<>(read.findings());
        if (taken) {
            findings.add(Finding.problem(null, "", "識別名「%s」の計画は既にあります。別の識別名を付けてください。".formatted(order.planSlug())));
        }
        if (read.isOwnWorkbook() || isSound(findings)) {
            PlanCheck.problems(read.plan())
                    .forEach(problem -> findings.add(
                            Finding.problem(null, "", "%s: %s".formatted(problem.place(), problem.message()))));
        }
        if (isSound(findings)) {
            NewPlan made = new NewPlan(order, read.plan());
            Foreseen foreseen = Foreseen.of(made, rules.bookWithin(order.owner()));
            for (int index = 0; index < made.indicators().size(); index++) {
                findings.addAll(foreseen.checks(
                        made.indicators().get(index), read.indicators().get(index), order.newestActuals()));
            }
        }
        List<PlannedChange> changes = read.indicators().stream()
                .flatMap(indicator -> NewPlan.changes(indicator).stream())
                .toList();
        return new PlannedImport(read, true, List.of(), List.of(), List.of(), changes, 0, findings);
    }

    /** Whether the plan is whole but for directions, of which the checks may say what was printed. */
    private static boolean isSound(List<Finding> findings) {
        return findings.stream()
                .noneMatch(
                        finding -> finding.weight().blocks() && !finding.code().equals(Finding.DIRECTION_ASKED));
    }
}
