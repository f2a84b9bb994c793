package jp.kyosei.backend.importing.comparing;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.document.PlanCheck;
import jp.kyosei.backend.importing.inbox.ColumnMemory;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.inbox.RememberedColumns;
import jp.kyosei.backend.importing.naming.NameMemory;
import jp.kyosei.backend.importing.naming.RememberedNames;
import jp.kyosei.backend.importing.reading.BookTexts;
import jp.kyosei.backend.importing.reading.Finding;
import jp.kyosei.backend.importing.reading.ImportTarget;
import jp.kyosei.backend.importing.reading.ReadIndicator;
import jp.kyosei.backend.importing.reading.ReadPlan;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.load.Headway;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.plan.PlanPeriod;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.ruleset.RuleSetService;
import jp.kyosei.backend.sheet.Book;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.understanding.UnderstoodBook;
import jp.kyosei.backend.understanding.question.Answers;
import org.jspecify.annotations.Nullable;

/** Works out what applying a file would do, against the data as they are now; always inside an open tenant door. */
@Singleton
public final class ImportPlanner {
    /** How much of a look it is to understand the file; the rest compares. */
    private static final double UNDERSTOOD = 0.6;

    private final OwnerService owners;
    private final PlanService plans;
    private final StoredPlans stored;
    private final RuleSetService rules;
    private final ColumnMemory memory;
    private final NameMemory names;
    private final LookShelf shelf;

    ImportPlanner(
            OwnerService owners,
            PlanService plans,
            StoredPlans stored,
            RuleSetService rules,
            ColumnMemory memory,
            NameMemory names,
            LookShelf shelf) {
        this.owners = owners;
        this.plans = plans;
        this.stored = stored;
        this.rules = rules;
        this.memory = memory;
        this.names = names;
        this.shelf = shelf;
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
    public Look planWithin(Actor actor, DataImport order, Supplier<Book> given, @Nullable String reason) {
        Owner owner = owners.owner(actor, order.ownerSlug());
        ImportTarget target = ImportTarget.of(actor, owner, order.planSlug(), order.title(), order.newestActuals());
        StoredPlan known = order.isNewPlan() ? null : stored.storedWithin(actor, order.planSlug());
        RememberedColumns remembered = memory.rememberedWithin(order);
        UnderstoodFile.From from =
                new UnderstoodFile.From(target, lastYear(order, known), order.corrections(), remembered);
        UnderstoodFile file = shelf.file(order, from, () -> UnderstoodFile.of(from, given.get()));
        Headway.at(UNDERSTOOD);
        ReadPlan asked = known == null ? PeriodAsked.of(file.read(), order.period()) : file.read();
        ReadPlan read = asked.with(BookTexts.problems(file.read(), file.book()));
        PlannedImport planned = known == null
                ? planNew(owner, order, SeenFigures.unresolved(read), plans.hasWithin(owner.id(), order.planSlug()))
                : planOver(
                        known,
                        read,
                        order,
                        names.rememberedWithin(order.owner(), order.id().value()),
                        reason);
        planned = planned.with(RatesWithoutGrades.saidOnce(planned.read(), planned.findings()));
        return new Look(
                planned,
                file.sheets().with(planned.read().questions()),
                file.book(),
                RecalledColumn.among(file.sheets().sheets(), remembered, order.corrections()));
    }

    /**
     * What was understood when an import was last looked at in this version; none where that is no longer kept. Enough for
     * whoever looks at more of it: what is stored changes nothing of what a sheet says.
     */
    public Optional<UnderstoodFile> lastLook(DataImport order) {
        return shelf.last(order);
    }

    /** Nobody looks at it any more. */
    public void forget(DataImport order) {
        shelf.remove(order.id());
    }

    private static @Nullable FiscalYear lastYear(DataImport order, @Nullable StoredPlan known) {
        if (known != null) {
            return known.content().plan().lastFiscalYear();
        }
        PlanPeriod asked = order.period();
        return asked == null ? null : asked.last();
    }

    private static PlannedImport planOver(
            StoredPlan known, ReadPlan read, DataImport order, RememberedNames remembered, @Nullable String reason) {
        FiscalYear newest = order.newestActuals();
        Answers answers = order.corrections().answers();
        SeenFigures seen = new SeenFigures(read, known);
        ImportComparison comparison = new ImportComparison(seen.taken(), known, answers, remembered, reason);
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
    private PlannedImport planNew(Owner owner, DataImport order, ReadPlan read, boolean taken) {
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
                .flatMap(indicator -> NewPlan.changes(owner, indicator).stream())
                .toList();
        return PlannedImport.ofNew(read, changes, findings);
    }

    /** Whether the plan is whole but for directions, of which the checks may say what was printed. */
    private static boolean isSound(List<Finding> findings) {
        return findings.stream()
                .noneMatch(
                        finding -> finding.weight().blocks() && !finding.code().equals(Finding.DIRECTION_ASKED));
    }
}
