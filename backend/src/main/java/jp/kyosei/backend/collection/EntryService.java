package jp.kyosei.backend.collection;

import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.ActualService;
import jp.kyosei.backend.actual.ActualWriter;
import jp.kyosei.backend.actual.CellChange;
import jp.kyosei.backend.actual.Figures;
import jp.kyosei.backend.actual.Narrative;
import jp.kyosei.backend.actual.NarrativeChange;
import jp.kyosei.backend.actual.NarrativeText;
import jp.kyosei.backend.evaluation.CheckCode;
import jp.kyosei.backend.evaluation.Consolidation;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.indicator.IndicatorService;
import jp.kyosei.backend.live.Announcement;
import jp.kyosei.backend.live.LiveChannel;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.ruleset.RuleSetService;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.SqlArrays;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.tenancy.TenantDoor;
import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.TextKind;
import org.jspecify.annotations.Nullable;

/**
 * Entry of figures and narratives, cell by cell. An entry is one transaction with a fixed number of SQL statements,
 * however many cells it changes; the task is locked first, so two who write the same cell come one after the other, and
 * the later one is told.
 */
@Singleton
public class EntryService {
    private static final int ATTEMPTS = 3;
    private static final String UNIQUE_VIOLATION = "23505";

    private final PlanService plans;
    private final IndicatorService indicators;
    private final ActualService actuals;
    private final ActualWriter writer;
    private final RuleSetService rules;
    private final CollectionRepository rounds;
    private final TaskRepository tasks;
    private final LiveChannel live;
    private final TenantDoor door;
    private final AccessPolicy policy;
    private final Clock clock;

    EntryService(
            PlanService plans,
            IndicatorService indicators,
            ActualService actuals,
            ActualWriter writer,
            RuleSetService rules,
            CollectionRepository rounds,
            TaskRepository tasks,
            LiveChannel live,
            TenantDoor door,
            AccessPolicy policy,
            Clock clock) {
        this.plans = plans;
        this.indicators = indicators;
        this.actuals = actuals;
        this.writer = writer;
        this.rules = rules;
        this.rounds = rounds;
        this.tasks = tasks;
        this.live = live;
        this.door = door;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * What a municipality has to enter.
     *
     * @param town none for the figures of the whole owner, which the secretariat enters
     * @throws NotFoundException if there is no such plan or round, or it is another owner's
     * @throws ForbiddenException if the actor has no part in that town's collection
     */
    public EntrySheet sheet(Actor actor, String plan, FiscalYear year, @Nullable MunicipalityCode town) {
        return door.read(actor, () -> {
            PlanContent content = plans.contentWithin(actor, plan);
            OwnerId owner = content.plan().owner();
            checkTakesPart(actor, owner, town);
            CollectionRound round = rounds.round(
                            owner.value(), content.plan().id().value(), year.year())
                    .map(RoundRow::round)
                    .orElseThrow(NotFoundException::new);
            List<CollectionTask> asked = tasks.tasks(owner.value(), round.id()).stream()
                    .map(TaskEntity::task)
                    .filter(task -> task.municipality().equals(town))
                    .toList();
            List<Indicator> all = indicators.indicatorsWithin(content);
            Cells cells = cells(
                    actor, content, year, town, all, round, asked, Set.of(), actuals.figuresWithin(actor, content));
            List<EntryRow> rows = all.stream()
                    .filter(town == null ? cells::isEnteredJointly : cells::isAsked)
                    .map(cells::row)
                    .toList();
            String name = all.stream()
                    .flatMap(indicator -> indicator.reporters().stream())
                    .filter(reporter -> reporter.municipality().equals(town))
                    .map(reporter -> reporter.municipalityName())
                    .findFirst()
                    .orElse(content.ownerName());
            List<Narrative> narratives = town == null
                    ? List.of()
                    : actuals
                            .narrativesWithin(
                                    actor,
                                    owner,
                                    all.stream().map(Indicator::id).toList(),
                                    year.previous())
                            .stream()
                            .filter(narrative -> town.equals(narrative.municipality())
                                    && narrative.fiscalYear().compareTo(year) <= 0)
                            .toList();
            return new EntrySheet(content, round, town, name, rows, narratives, plans.initiativesWithin(content));
        });
    }

    /**
     * One cell as it is now.
     *
     * @throws NotFoundException if there is no such plan or indicator, or the town does not report it
     */
    public EntryRow cell(Actor actor, String plan, String no, FiscalYear year, @Nullable MunicipalityCode town) {
        return door.read(actor, () -> {
            PlanContent content = plans.contentWithin(actor, plan);
            return load(actor, content, year, town, Set.of(no), false).rowOf(no);
        });
    }

    /**
     * Enters figures. Each edit is judged by itself; those that can be stored are stored together in one transaction.
     *
     * @param town none for the figure of the whole owner, which the secretariat enters
     * @return what became of each edit, in their order
     * @throws NotFoundException if there is no such plan or indicator, or it is another owner's
     * @throws jp.kyosei.backend.plan.FiscalYearOutsidePlanException if the plan has no such year
     */
    public List<EntryOutcome> enter(
            Actor actor, String plan, FiscalYear year, @Nullable MunicipalityCode town, List<CellEdit> edits) {
        return withoutLosingARace(() -> door.write(actor, () -> {
            PlanContent content = plans.contentWithin(actor, plan);
            Set<String> nos = edits.stream().map(CellEdit::no).collect(Collectors.toSet());
            Cells cells = load(actor, content, year, town, nos, true);
            List<Cells.Judged> judged = judge(cells, edits);
            List<CellChange> changes = judged.stream()
                    .flatMap(found -> Stream.ofNullable(found.change()))
                    .toList();
            if (changes.isEmpty()) {
                return judged.stream().map(found -> found.outcome(cells)).toList();
            }
            OwnerId owner = content.plan().owner();
            Map<IndicatorId, Actual> stored =
                    writer.changeWithin(actor, owner, content.plan().id(), changes);
            Set<IndicatorId> changed =
                    changes.stream().map(CellChange::indicator).collect(Collectors.toSet());
            Cells after = cells.with(stored, changed, begin(actor, owner, cells, changed));
            live.announceWithin(new Announcement(
                    content.plan().id().value(),
                    year.year(),
                    town == null ? null : town.value(),
                    judged.stream()
                            .filter(found -> found.change() != null)
                            .map(Cells.Judged::no)
                            .toList()));
            return judged.stream().map(found -> found.outcome(after)).toList();
        }));
    }

    /** Says what edits would do; nothing is stored. Parameters and errors as {@link #enter}. */
    public List<EntryPreview> preview(
            Actor actor, String plan, FiscalYear year, @Nullable MunicipalityCode town, List<CellEdit> edits) {
        return door.read(actor, () -> {
            PlanContent content = plans.contentWithin(actor, plan);
            Set<String> nos = edits.stream().map(CellEdit::no).collect(Collectors.toSet());
            Cells cells = load(actor, content, year, town, nos, false);
            return judge(cells, edits).stream()
                    .map(judged -> judged.preview(cells))
                    .toList();
        });
    }

    /**
     * Writes a town's narrative of an indicator.
     *
     * @param expectedVersion the version it began from, {@link Actual#NOTHING_STORED} where nothing was
     * @param typedReason why; required after confirmation
     * @throws jp.kyosei.backend.tenancy.WrongTextException if a text is too long, or holds what is none
     */
    public NarrativeOutcome narrate(
            Actor actor,
            String plan,
            FiscalYear year,
            String no,
            MunicipalityCode town,
            NarrativeText typed,
            long expectedVersion,
            String typedReason) {
        NarrativeText text = typed.checked();
        String reason = TypedText.reason(typedReason);
        return withoutLosingARace(() -> door.write(actor, () -> {
            PlanContent content = plans.contentWithin(actor, plan);
            Cells cells = load(actor, content, year, town, Set.of(no), true);
            Indicator indicator = cells.indicator(no);
            OwnerId owner = content.plan().owner();
            Narrative before = storedNarrative(actor, owner, indicator, year, town);
            Cells.Access access = cells.access(indicator, before != null, reason);
            if (access.isRefused()) {
                return new NarrativeOutcome.Locked(before, access.lock(), access.forbidden());
            }
            if ((before == null ? NarrativeText.EMPTY : before.text()).equals(text)) {
                return new NarrativeOutcome.Saved(before);
            }
            long version = Narrative.versionOf(before);
            if (expectedVersion != CellEdit.ANY_VERSION && expectedVersion != version) {
                return new NarrativeOutcome.Conflict(before);
            }
            Narrative stored = writer.narrateWithin(
                            actor,
                            owner,
                            content.plan().id(),
                            List.of(new NarrativeChange(
                                    indicator.id(),
                                    year,
                                    town,
                                    before,
                                    text,
                                    access.state(),
                                    reason.isEmpty() ? null : reason)))
                    .getFirst();
            begin(actor, owner, cells, Set.of(indicator.id()));
            live.announceWithin(new Announcement(content.plan().id().value(), year.year(), town.value(), List.of(no)));
            return new NarrativeOutcome.Saved(stored);
        }));
    }

    /**
     * Enters figures and narratives of a town together: all of them in one transaction, or none. An outer transaction of
     * the same actor is joined. Errors as {@link #enter}.
     *
     * @throws StaleException if somebody else has begun an entry of the same cell at the very same moment
     */
    public TownEntry enterTogether(
            Actor actor,
            String plan,
            FiscalYear year,
            MunicipalityCode town,
            List<CellEdit> figures,
            List<NarrativeEdit> narratives) {
        return door.write(actor, () -> together(actor, plan, year, town, figures, narratives, true));
    }

    /** Says what {@link #enterTogether} would do; nothing is stored. */
    public TownEntry previewTogether(
            Actor actor,
            String plan,
            FiscalYear year,
            MunicipalityCode town,
            List<CellEdit> figures,
            List<NarrativeEdit> narratives) {
        return door.read(actor, () -> together(actor, plan, year, town, figures, narratives, false));
    }

    private TownEntry together(
            Actor actor,
            String plan,
            FiscalYear year,
            MunicipalityCode town,
            List<CellEdit> figures,
            List<NarrativeEdit> narratives,
            boolean store) {
        if (figures.isEmpty() && narratives.isEmpty()) {
            return new TownEntry(store, List.of(), List.of());
        }
        PlanContent content = plans.contentWithin(actor, plan);
        OwnerId owner = content.plan().owner();
        Set<String> nos = Stream.concat(
                        figures.stream().map(CellEdit::no), narratives.stream().map(NarrativeEdit::no))
                .collect(Collectors.toSet());
        Cells cells = load(actor, content, year, town, nos, store);
        List<Cells.Judged> cellsJudged = judge(cells, figures);
        Map<IndicatorId, Narrative> before = storedNarratives(actor, owner, cells, year, town);
        List<Cells.JudgedNarrative> narrativesJudged = narratives.stream()
                .map(edit -> cells.judge(
                        edit, town, before.get(cells.indicator(edit.no()).id())))
                .toList();
        List<TownEntry.Judgement> ofFigures =
                cellsJudged.stream().map(found -> found.judgement(cells)).toList();
        List<TownEntry.Judgement> ofNarratives =
                narrativesJudged.stream().map(Cells.JudgedNarrative::judgement).toList();
        boolean storable = Stream.concat(ofFigures.stream(), ofNarratives.stream())
                .allMatch(judgement -> judgement.verdict().canBeStored());
        if (!store || !storable) {
            return new TownEntry(false, ofFigures, ofNarratives);
        }
        List<CellChange> figureChanges = cellsJudged.stream()
                .flatMap(found -> Stream.ofNullable(found.change()))
                .toList();
        List<NarrativeChange> narrativeChanges = narrativesJudged.stream()
                .flatMap(found -> Stream.ofNullable(found.change()))
                .toList();
        if (!figureChanges.isEmpty()) {
            writer.changeWithin(actor, owner, content.plan().id(), figureChanges);
        }
        if (!narrativeChanges.isEmpty()) {
            writer.narrateWithin(actor, owner, content.plan().id(), narrativeChanges);
        }
        Set<IndicatorId> changed = Stream.concat(
                        figureChanges.stream().map(CellChange::indicator),
                        narrativeChanges.stream().map(NarrativeChange::indicator))
                .collect(Collectors.toSet());
        if (!changed.isEmpty()) {
            begin(actor, owner, cells, changed);
            live.announceWithin(new Announcement(
                    content.plan().id().value(),
                    year.year(),
                    town.value(),
                    nos.stream()
                            .filter(no -> changed.contains(cells.indicator(no).id()))
                            .sorted()
                            .toList()));
        }
        return new TownEntry(true, ofFigures, ofNarratives);
    }

    private Map<IndicatorId, Narrative> storedNarratives(
            Actor actor, OwnerId owner, Cells cells, FiscalYear year, MunicipalityCode town) {
        List<IndicatorId> ids =
                cells.indicators().values().stream().map(Indicator::id).toList();
        return actuals.narrativesWithin(actor, owner, ids, year).stream()
                .filter(narrative -> narrative.fiscalYear().equals(year) && town.equals(narrative.municipality()))
                .collect(Collectors.toMap(Narrative::indicator, Function.identity()));
    }

    /** A town's narrative as it is stored; empty where nothing is. */
    public Optional<Narrative> narrative(Actor actor, String plan, FiscalYear year, String no, MunicipalityCode town) {
        return door.read(actor, () -> {
            PlanContent content = plans.contentWithin(actor, plan);
            content.plan().checkCovers(year);
            Indicator indicator = indicators.indicatorsWithin(content, Set.of(no)).stream()
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
            return Optional.ofNullable(storedNarrative(actor, content.plan().owner(), indicator, year, town));
        });
    }

    /**
     * Keeps the person's word that a figure stands although a check asks.
     *
     * @throws ForbiddenException if the actor may not enter that figure
     * @throws RefusedException if no reason is given
     */
    public void confirmCheck(
            Actor actor,
            String plan,
            FiscalYear year,
            String no,
            @Nullable MunicipalityCode town,
            CheckCode code,
            String typed) {
        String reason = TypedText.required(TextKind.REASON, "reason", "値が正しい理由", typed, "値が正しい理由を書いてください。");
        door.write(actor, () -> {
            PlanContent content = plans.contentWithin(actor, plan);
            Cells cells = load(actor, content, year, town, Set.of(no), true);
            Indicator indicator = cells.indicator(no);
            Cells.Access access = cells.access(indicator, true, reason);
            if (access.forbidden()) {
                throw new ForbiddenException(access.lock());
            }
            writer.confirmCheckWithin(
                    actor, content.plan().owner(), content.plan().id(), indicator.id(), year, code, reason);
            live.announceWithin(new Announcement(
                    content.plan().id().value(), year.year(), town == null ? null : town.value(), List.of(no)));
            return true;
        });
    }

    private static List<Cells.Judged> judge(Cells cells, List<CellEdit> edits) {
        Set<String> seen = new HashSet<>();
        List<Cells.Judged> judged = new ArrayList<>();
        for (CellEdit edit : edits) {
            judged.add(seen.add(edit.no()) ? cells.judge(edit) : cells.twice(edit));
        }
        return judged;
    }

    private @Nullable Narrative storedNarrative(
            Actor actor, OwnerId owner, Indicator indicator, FiscalYear year, MunicipalityCode town) {
        return actuals.narrativesWithin(actor, owner, List.of(indicator.id()), year).stream()
                .filter(narrative -> narrative.fiscalYear().equals(year) && town.equals(narrative.municipality()))
                .findFirst()
                .orElse(null);
    }

    /** The first entry begins a task; one statement, none where all have begun. */
    private Map<IndicatorId, CollectionTask> begin(Actor actor, OwnerId owner, Cells cells, Set<IndicatorId> changed) {
        List<CollectionTask> begun = cells.tasks().values().stream()
                .filter(task -> changed.contains(task.indicator()) && task.state() == TaskState.NOT_STARTED)
                .map(task -> Steps.moved(task, TaskState.DRAFT, actor, "", clock.instant()))
                .toList();
        CollectionRound round = cells.round();
        if (!begun.isEmpty() && round != null) {
            tasks.updateTasks(
                    begun.stream().map(task -> Steps.entity(owner, round, task)).toList());
        }
        return begun.stream().collect(Collectors.toMap(CollectionTask::indicator, Function.identity()));
    }

    private Cells load(
            Actor actor,
            PlanContent content,
            FiscalYear year,
            @Nullable MunicipalityCode town,
            Set<String> nos,
            boolean toChange) {
        content.plan().checkCovers(year);
        OwnerId owner = content.plan().owner();
        List<Indicator> wanted = indicators.indicatorsWithin(content, nos);
        if (wanted.size() != nos.size()) {
            throw new NotFoundException();
        }
        UUID plan = content.plan().id().value();
        CollectionRound round = (toChange
                        ? rounds.roundForEntry(owner.value(), plan, year.year())
                        : rounds.round(owner.value(), plan, year.year()))
                .map(RoundRow::round)
                .orElse(null);
        List<CollectionTask> asked = List.of();
        Set<IndicatorId> unfinished = round != null && town == null ? waitingForTowns(owner, round, wanted) : Set.of();
        if (round != null && town != null) {
            Set<IndicatorId> ids = wanted.stream().map(Indicator::id).collect(Collectors.toSet());
            List<TaskEntity> found = toChange
                    ? tasks.tasksForChange(
                            owner.value(),
                            round.id(),
                            SqlArrays.of(ids.stream().map(IndicatorId::value).toList()),
                            "{%s}".formatted(town.value()))
                    : tasks.tasks(owner.value(), round.id());
            asked = found.stream()
                    .map(TaskEntity::task)
                    .filter(task -> ids.contains(task.indicator())
                            && task.municipality().equals(town))
                    .toList();
        }
        Figures figures = actuals.figuresOfWithin(
                actor, content, wanted.stream().map(Indicator::id).toList());
        return cells(actor, content, year, town, wanted, round, asked, unfinished, figures);
    }

    /** Where a figure of the whole owner stands for those of towns that have not all been confirmed. */
    private Set<IndicatorId> waitingForTowns(OwnerId owner, CollectionRound round, List<Indicator> wanted) {
        Set<IndicatorId> unfinished = tasks.tasks(owner.value(), round.id()).stream()
                .map(TaskEntity::task)
                .filter(task -> task.state() != TaskState.CONFIRMED)
                .map(CollectionTask::indicator)
                .collect(Collectors.toSet());
        return wanted.stream()
                .filter(indicator -> indicator.consolidation() != Consolidation.ENTERED)
                .map(Indicator::id)
                .filter(unfinished::contains)
                .collect(Collectors.toSet());
    }

    private Cells cells(
            Actor actor,
            PlanContent content,
            FiscalYear year,
            @Nullable MunicipalityCode town,
            List<Indicator> wanted,
            @Nullable CollectionRound round,
            List<CollectionTask> asked,
            Set<IndicatorId> unfinished,
            Figures figures) {
        return new Cells(
                policy,
                actor,
                content.plan().owner(),
                year,
                town,
                rules.bookWithin(content.plan().owner()).inForce(year),
                wanted.stream()
                        .collect(Collectors.toMap(Indicator::no, Function.identity(), (a, b) -> a, LinkedHashMap::new)),
                round,
                asked.stream().collect(Collectors.toMap(CollectionTask::indicator, Function.identity())),
                unfinished,
                figures.actuals().stream().collect(Collectors.groupingBy(Actual::indicator)),
                figures.confirmations());
    }

    private void checkTakesPart(Actor actor, OwnerId owner, @Nullable MunicipalityCode town) {
        boolean allowed =
                town == null ? policy.canKeepPlans(actor, owner) : policy.canSeeCollection(actor, owner, town);
        if (!allowed) {
            throw new ForbiddenException("この照会に入力できるのは、その市町村の担当者と所属長、事務局です。");
        }
    }

    /** Where two come at the very same time without a task to queue at, the later one begins again and sees the first. */
    private static <T> T withoutLosingARace(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (StaleException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            } catch (DataAccessException e) {
                if (attempt == ATTEMPTS || !isUniqueViolation(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean isUniqueViolation(DataAccessException e) {
        return Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState()));
    }
}
