package jp.kyosei.backend.collection.entry;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.ActualWriter;
import jp.kyosei.backend.actual.CellChange;
import jp.kyosei.backend.actual.narrative.Narrative;
import jp.kyosei.backend.actual.narrative.NarrativeChange;
import jp.kyosei.backend.collection.round.CollectionRound;
import jp.kyosei.backend.collection.task.CollectionTask;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.backend.collection.task.Tasks;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.live.Announcement;
import jp.kyosei.backend.live.LiveChannel;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * The one way of figures and narratives into the cells of a town, one or many, from a screen, another program or a workbook:
 * the cells are loaded and held, every edit is judged, what is to be stored is stored, its tasks begin, and whoever looks at
 * the plan is told. Always inside an open tenant door; a fixed number of SQL statements, however many cells it changes.
 */
@Singleton
class Entering {
    private final PlanService plans;
    private final CellsLoading loading;
    private final ActualWriter writer;
    private final Tasks tasks;
    private final LiveChannel live;
    private final Clock clock;

    Entering(PlanService plans, CellsLoading loading, ActualWriter writer, Tasks tasks, LiveChannel live, Clock clock) {
        this.plans = plans;
        this.loading = loading;
        this.writer = writer;
        this.tasks = tasks;
        this.live = live;
        this.clock = clock;
    }

    /** What is stored of edits that went in together. */
    enum Storing {
        NOTHING,
        WHAT_CAN_BE,
        ALL_OR_NOTHING
    }

    /** @param town none for figures of the whole owner */
    Entered within(
            Actor actor,
            String plan,
            FiscalYear year,
            @Nullable MunicipalityCode town,
            List<CellEdit> figures,
            List<NarrativeEdit> narratives,
            Storing storing) {
        PlanContent content = plans.ofYearWithin(actor, plan, year);
        Set<String> nos = Stream.concat(
                        figures.stream().map(CellEdit::no), narratives.stream().map(NarrativeEdit::no))
                .collect(Collectors.toSet());
        Cells cells = loading.ofWithin(actor, content, year, town, nos, storing != Storing.NOTHING);
        Judging judging = new Judging(cells);
        List<JudgedCell> judged = judging.figures(figures);
        List<JudgedNarrative> told =
                narratives.isEmpty() ? List.of() : judging.narratives(narratives, loading.narrativesWithin(cells));
        boolean whole = Stream.concat(
                        judged.stream().map(JudgedCell::verdict), told.stream().map(JudgedNarrative::verdict))
                .allMatch(TownEntry.Verdict::canBeStored);
        if (storing == Storing.NOTHING || (storing == Storing.ALL_OR_NOTHING && !whole)) {
            return new Entered(false, cells, cells, judged, told, Map.of());
        }
        return store(content, cells, judged, told);
    }

    private Entered store(
            PlanContent content, Cells cells, List<JudgedCell> figures, List<JudgedNarrative> narratives) {
        List<CellChange> changes = figures.stream()
                .flatMap(found -> Stream.ofNullable(found.change()))
                .toList();
        List<NarrativeChange> texts = narratives.stream()
                .flatMap(found -> Stream.ofNullable(found.change()))
                .toList();
        if (changes.isEmpty() && texts.isEmpty()) {
            return new Entered(true, cells, cells, figures, narratives, Map.of());
        }
        Map<IndicatorId, Actual> stored = changes.isEmpty()
                ? Map.of()
                : writer.changeWithin(
                        cells.actor(), cells.owner(), content.plan().id(), changes);
        List<Narrative> written = texts.isEmpty()
                ? List.of()
                : writer.narrateWithin(
                        cells.actor(), cells.owner(), content.plan().id(), texts);
        Set<IndicatorId> entered = changes.stream().map(CellChange::indicator).collect(Collectors.toSet());
        Set<IndicatorId> changed = Stream.concat(
                        entered.stream(), texts.stream().map(NarrativeChange::indicator))
                .collect(Collectors.toSet());
        Cells now = cells.with(stored, entered, begin(cells, changed));
        announce(content, cells, changed);
        return new Entered(
                true,
                cells,
                now,
                figures,
                narratives,
                written.stream().collect(Collectors.toMap(Narrative::indicator, Function.identity())));
    }

    /** The first entry begins a task; one statement, none where all have begun. */
    private Map<IndicatorId, CollectionTask> begin(Cells cells, Set<IndicatorId> changed) {
        List<CollectionTask> begun = cells.tasks().values().stream()
                .filter(task -> changed.contains(task.indicator()) && task.state() == TaskState.NOT_STARTED)
                .map(task -> task.begun(cells.actor(), clock.instant()))
                .toList();
        CollectionRound round = cells.round();
        if (!begun.isEmpty() && round != null) {
            tasks.changeWithin(cells.owner(), round, begun);
        }
        return begun.stream().collect(Collectors.toMap(CollectionTask::indicator, Function.identity()));
    }

    private void announce(PlanContent content, Cells cells, Set<IndicatorId> changed) {
        MunicipalityCode town = cells.town();
        live.announceWithin(new Announcement(
                content.plan().id().value(),
                cells.year().year(),
                town == null ? null : town.value(),
                cells.indicators().values().stream()
                        .filter(indicator -> changed.contains(indicator.id()))
                        .map(indicator -> indicator.no())
                        .toList()));
    }
}
