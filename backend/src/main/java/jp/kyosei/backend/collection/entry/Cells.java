package jp.kyosei.backend.collection.entry;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.CheckConfirmation;
import jp.kyosei.backend.actual.cell.ActualState;
import jp.kyosei.backend.collection.round.CollectionRound;
import jp.kyosei.backend.collection.task.CollectionTask;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.backend.evaluation.Check;
import jp.kyosei.backend.evaluation.Consolidation;
import jp.kyosei.backend.evaluation.Evaluator;
import jp.kyosei.backend.evaluation.RuleSet;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.indicator.Reporter;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.OwnerId;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one municipality in one year, loaded: who may change them, and what stands in them.
 *
 * @param town none for the figures of the whole owner
 * @param round none where the year has no collection
 * @param tasks those of the town, by indicator; an indicator without one is not asked for
 * @param unfinished of the figures of the whole owner those that wait for towns' tasks
 * @param actuals of all years and towns that the actor sees
 */
record Cells(
        AccessPolicy policy,
        Actor actor,
        OwnerId owner,
        FiscalYear year,
        @Nullable MunicipalityCode town,
        RuleSet rules,
        Map<String, Indicator> indicators,
        @Nullable CollectionRound round,
        Map<IndicatorId, CollectionTask> tasks,
        Set<IndicatorId> unfinished,
        Map<IndicatorId, List<Actual>> actuals,
        List<CheckConfirmation> confirmations) {

    Indicator indicator(String no) {
        Indicator found = indicators.get(no);
        if (found == null) {
            throw new NotFoundException();
        }
        return found;
    }

    /** @throws NotFoundException if the town does not report it: then it has no cell of it */
    Indicator reported(String no) {
        Indicator indicator = indicator(no);
        checkReports(indicator);
        return indicator;
    }

    /** The name of the town, or of the owner where none of the indicators is reported by it. */
    String townName(PlanContent content) {
        return indicators.values().stream()
                .flatMap(indicator -> indicator.reporters().stream())
                .filter(reporter -> reporter.municipality().equals(town))
                .map(Reporter::municipalityName)
                .findFirst()
                .orElse(content.ownerName());
    }

    boolean isAsked(Indicator indicator) {
        return tasks.containsKey(indicator.id());
    }

    boolean isEnteredJointly(Indicator indicator) {
        return indicator.consolidation() == Consolidation.ENTERED;
    }

    /** The same cells after a change. */
    Cells with(Map<IndicatorId, Actual> stored, Set<IndicatorId> changed, Map<IndicatorId, CollectionTask> begun) {
        Map<IndicatorId, List<Actual>> now = new HashMap<>(actuals);
        for (IndicatorId id : changed) {
            List<Actual> others = actuals.getOrDefault(id, List.of()).stream()
                    .filter(actual -> !isCell(actual))
                    .toList();
            now.put(
                    id,
                    Stream.concat(others.stream(), Stream.ofNullable(stored.get(id)))
                            .toList());
        }
        Map<IndicatorId, CollectionTask> moved = new LinkedHashMap<>(tasks);
        moved.putAll(begun);
        // What was confirmed of the figure before is not said of this one.
        List<CheckConfirmation> standing = confirmations.stream()
                .filter(confirmation -> !confirmation.fiscalYear().equals(year)
                        || !changed.contains(confirmation.indicator())
                        || (confirmation.town() != null && !confirmation.town().equals(town)))
                .toList();
        return new Cells(policy, actor, owner, year, town, rules, indicators, round, moved, unfinished, now, standing);
    }

    EntryRow rowOf(String no) {
        return row(indicator(no));
    }

    EntryRow row(Indicator indicator) {
        checkReports(indicator);
        TownSeries series = series(indicator);
        TownSeries.LastFigure last = series.last(year.previous());
        Actual stored = stored(indicator);
        return new EntryRow(
                indicator,
                tasks.get(indicator.id()),
                stored,
                series.text(year),
                last.text(),
                last.note(),
                series.change(year),
                stored == null ? List.of() : series.findings(year, confirmationsOf(indicator)),
                departmentName(indicator),
                isAssigned(indicator),
                access(indicator, stored != null, "").lock());
    }

    /** What would be odd about a figure of an indicator, were it entered. */
    List<Check> checksOf(String no, Observation figure) {
        return series(indicator(no)).entered(year, figure).checks(year);
    }

    /**
     * Whether a cell may be changed.
     *
     * @param exists whether something is stored, so that a change after confirmation needs a reason
     */
    CellAccess access(Indicator indicator, boolean exists, String reason) {
        boolean secretariat = policy.canKeepPlans(actor, owner);
        CollectionTask task = tasks.get(indicator.id());
        CollectionRound current = round;
        if (task == null || current == null) {
            return withoutTask(indicator, secretariat, exists, reason);
        }
        boolean forbidden = !policy.canEnter(actor, owner, task.municipality(), task.department());
        if (!forbidden && secretariat && task.state() == TaskState.CONFIRMED) {
            return correction(exists, reason);
        }
        String lock = new Locks(policy, actor, owner).of(current, task, departmentName(indicator));
        return new CellAccess(lock, forbidden, task.state().figures());
    }

    private CellAccess withoutTask(Indicator indicator, boolean secretariat, boolean exists, String reason) {
        if (!secretariat) {
            return round == null
                    ? new CellAccess(
                            "%sの実績照会は開かれていません。値を直すときは、事務局に依頼してください。".formatted(year.longLabel()),
                            true,
                            ActualState.CONFIRMED)
                    : new CellAccess("この指標は照会の対象ではありません。値を直すときは、事務局に依頼してください。", true, ActualState.CONFIRMED);
        }
        // Not confirmed before the towns' are, so no reason is due; it is read as a draft as long as a task waits.
        return town == null && unfinished.contains(indicator.id())
                ? new CellAccess("", false, ActualState.CONFIRMED)
                : correction(exists, reason);
    }

    private static CellAccess correction(boolean exists, String reason) {
        return exists && reason.isBlank()
                ? new CellAccess("確定した値です。直すには理由が要り、履歴に残ります。", false, ActualState.CONFIRMED)
                : new CellAccess("", false, ActualState.CONFIRMED);
    }

    /** Whether the town has nothing more to say of a figure: it is confirmed, or its round is closed. */
    boolean isSettled(Indicator indicator) {
        CollectionTask task = tasks.get(indicator.id());
        CollectionRound current = round;
        return task == null || current == null || !current.isOpen() || task.state() == TaskState.CONFIRMED;
    }

    /** What stands in the cell of an indicator; none while nothing does. */
    @Nullable
    Actual stored(Indicator indicator) {
        return actuals.getOrDefault(indicator.id(), List.of()).stream()
                .filter(this::isCell)
                .findFirst()
                .orElse(null);
    }

    private boolean isCell(Actual actual) {
        return actual.fiscalYear().equals(year) && Objects.equals(actual.municipality(), town);
    }

    private TownSeries series(Indicator indicator) {
        return new TownSeries(new Evaluator(rules), indicator, town, actuals.getOrDefault(indicator.id(), List.of()));
    }

    private List<CheckConfirmation> confirmationsOf(Indicator indicator) {
        return confirmations.stream()
                .filter(confirmed -> confirmed.indicator().equals(indicator.id()))
                .collect(Collectors.toList());
    }

    /** A town that does not report an indicator has no cell of it. */
    private void checkReports(Indicator indicator) {
        if (town != null && indicator.reporter(town).isEmpty()) {
            throw new NotFoundException();
        }
    }

    private String departmentName(Indicator indicator) {
        return Optional.ofNullable(town)
                .flatMap(indicator::reporter)
                .map(Cells::named)
                .orElse("");
    }

    private static String named(Reporter reporter) {
        String department = reporter.departmentName();
        return department == null ? reporter.municipalityName() : reporter.municipalityName() + " " + department;
    }

    private boolean isAssigned(Indicator indicator) {
        CollectionTask task = tasks.get(indicator.id());
        return task != null
                && actor.grants().stream()
                        .anyMatch(grant -> grant.owner().equals(owner)
                                && Objects.equals(grant.town(), town)
                                && (grant.department() == null
                                        || grant.department().equals(task.department())));
    }
}
