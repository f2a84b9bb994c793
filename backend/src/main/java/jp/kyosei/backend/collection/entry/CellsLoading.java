package jp.kyosei.backend.collection.entry;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.ActualService;
import jp.kyosei.backend.actual.Figures;
import jp.kyosei.backend.actual.narrative.Narrative;
import jp.kyosei.backend.collection.round.CollectionRound;
import jp.kyosei.backend.collection.round.Rounds;
import jp.kyosei.backend.collection.task.CollectionTask;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.backend.collection.task.TaskSubject;
import jp.kyosei.backend.collection.task.Tasks;
import jp.kyosei.backend.evaluation.Consolidation;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.indicator.IndicatorService;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.ruleset.RuleSetService;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import org.jspecify.annotations.Nullable;

/** Loads the cells that an entry is about, with what says who may change them; always inside an open tenant door. */
@Singleton
class CellsLoading {
    private final IndicatorService indicators;
    private final ActualService actuals;
    private final RuleSetService rules;
    private final Rounds rounds;
    private final Tasks tasks;
    private final AccessPolicy policy;

    CellsLoading(
            IndicatorService indicators,
            ActualService actuals,
            RuleSetService rules,
            Rounds rounds,
            Tasks tasks,
            AccessPolicy policy) {
        this.indicators = indicators;
        this.actuals = actuals;
        this.rules = rules;
        this.rounds = rounds;
        this.tasks = tasks;
        this.policy = policy;
    }

    /**
     * All cells of a town in a round, in the order of the plan.
     *
     * @param town none for the figures of the whole owner
     * @throws NotFoundException if the year has no round
     */
    Cells ofRoundWithin(Actor actor, PlanContent content, FiscalYear year, @Nullable MunicipalityCode town) {
        CollectionRound round = rounds.roundWithin(content.plan(), year);
        List<CollectionTask> asked = tasks.figuresWithin(content.plan().owner(), round).stream()
                .filter(task -> task.municipality().equals(town))
                .toList();
        List<Indicator> all = indicators.indicatorsWithin(content);
        return cells(actor, content, year, town, all, round, asked, Set.of(), actuals.figuresWithin(actor, content));
    }

    /**
     * Some cells.
     *
     * @param toChange whether they are about to be changed: round and tasks are held until the transaction ends
     * @throws NotFoundException if the plan has not all of the indicators
     * @throws jp.kyosei.backend.plan.FiscalYearOutsidePlanException if the plan has no such year
     */
    Cells ofWithin(
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
        CollectionRound round = (toChange
                        ? rounds.findForEntryWithin(content.plan(), year)
                        : rounds.findWithin(content.plan(), year))
                .orElse(null);
        List<CollectionTask> asked =
                round == null || town == null ? List.of() : asked(owner, round, town, wanted, toChange);
        Set<IndicatorId> unfinished = round != null && town == null ? waitingForTowns(owner, round, wanted) : Set.of();
        Figures figures = actuals.figuresOfWithin(actor, content, ids(wanted));
        return cells(actor, content, year, town, wanted, round, asked, unfinished, figures);
    }

    /** The narratives that stand beside the cells. */
    Map<IndicatorId, Narrative> narrativesWithin(Cells cells) {
        return actuals
                .narrativesWithin(
                        cells.actor(), cells.owner(), ids(cells.indicators().values()), cells.year())
                .stream()
                .filter(narrative -> narrative.fiscalYear().equals(cells.year())
                        && Objects.equals(narrative.municipality(), cells.town()))
                .collect(Collectors.toMap(Narrative::indicator, Function.identity()));
    }

    private List<CollectionTask> asked(
            OwnerId owner, CollectionRound round, MunicipalityCode town, List<Indicator> wanted, boolean toChange) {
        List<IndicatorId> ids = ids(wanted);
        List<CollectionTask> found = toChange
                ? tasks.lockedWithin(
                        owner,
                        round,
                        ids.stream().map(TaskSubject.FigureOf::new).toList(),
                        Set.of(town))
                : tasks.figuresWithin(owner, round);
        return found.stream()
                .filter(task ->
                        ids.contains(task.indicator()) && task.municipality().equals(town))
                .toList();
    }

    /** Where a figure of the whole owner stands for those of towns that have not all been confirmed. */
    private Set<IndicatorId> waitingForTowns(OwnerId owner, CollectionRound round, List<Indicator> wanted) {
        Set<IndicatorId> unfinished = tasks.figuresWithin(owner, round).stream()
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
        OwnerId owner = content.plan().owner();
        return new Cells(
                policy,
                actor,
                owner,
                year,
                town,
                rules.bookWithin(owner).inForce(year),
                wanted.stream()
                        .collect(Collectors.toMap(Indicator::no, Function.identity(), (a, b) -> a, LinkedHashMap::new)),
                round,
                asked.stream().collect(Collectors.toMap(CollectionTask::indicator, Function.identity())),
                unfinished,
                figures.actuals().stream().collect(Collectors.groupingBy(Actual::indicator)),
                figures.confirmations());
    }

    private static List<IndicatorId> ids(Collection<Indicator> indicators) {
        return indicators.stream().map(Indicator::id).toList();
    }
}
