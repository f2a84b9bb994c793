package jp.kyosei.backend.collection.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.Figures;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.backend.collection.entry.TownSeries;
import jp.kyosei.backend.collection.round.CollectionRound;
import jp.kyosei.backend.collection.task.CollectionTask;
import jp.kyosei.backend.evaluation.Consolidated;
import jp.kyosei.backend.evaluation.Consolidator;
import jp.kyosei.backend.evaluation.Evaluator;
import jp.kyosei.backend.evaluation.RuleSet;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.indicator.Reporter;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** Puts a round's tasks together with what is entered: each town's part, and what the whole would be. */
final class BoardReading {
    private final CollectionRound round;
    private final Evaluator evaluator;
    private final Map<IndicatorId, List<Actual>> actuals;
    private final Figures figures;

    BoardReading(CollectionRound round, RuleSet rules, Figures figures) {
        this.round = round;
        this.evaluator = new Evaluator(rules);
        this.figures = figures;
        this.actuals = figures.actuals().stream().collect(Collectors.groupingBy(Actual::indicator));
    }

    CollectionBoard board(
            PlanContent content,
            LocalDate today,
            List<Indicator> indicators,
            List<CollectionTask> tasks,
            @Nullable DoneThen lastYear) {
        Map<IndicatorId, List<CollectionTask>> byIndicator =
                tasks.stream().collect(Collectors.groupingBy(CollectionTask::indicator));
        List<CollectionBoard.Row> rows = indicators.stream()
                .filter(indicator -> byIndicator.containsKey(indicator.id()))
                .map(indicator -> row(indicator, byIndicator.getOrDefault(indicator.id(), List.of())))
                .toList();
        return new CollectionBoard(content, round, today, rows, lastYear);
    }

    private CollectionBoard.Row row(Indicator indicator, List<CollectionTask> tasks) {
        List<Actual> all = actuals.getOrDefault(indicator.id(), List.of());
        Consolidated now = consolidated(indicator, all, round.fiscalYear());
        return new CollectionBoard.Row(
                indicator,
                text(indicator, now),
                text(indicator, consolidated(indicator, all, round.fiscalYear().previous())),
                indicator.reporters().stream()
                        .filter(reporter -> cell(all, reporter.municipality()) == null)
                        .map(Reporter::municipalityName)
                        .toList(),
                cell(all, null),
                tasks.stream().map(task -> part(indicator, all, task)).toList());
    }

    private CollectionBoard.Part part(Indicator indicator, List<Actual> all, CollectionTask task) {
        Reporter reporter = indicator.reporters().stream()
                .filter(candidate -> candidate.municipality().equals(task.municipality()))
                .findFirst()
                .orElse(null);
        String name = reporter == null ? task.municipality().value() : reporter.municipalityName();
        String department = reporter == null ? "" : Objects.requireNonNullElse(calledThen(reporter), "");
        TownSeries series = new TownSeries(evaluator, indicator, task.municipality(), all);
        Actual actual = cell(all, task.municipality());
        return new CollectionBoard.Part(
                task,
                name,
                department,
                actual,
                series.text(round.fiscalYear()),
                actual == null
                        ? List.of()
                        : series.findings(
                                round.fiscalYear(),
                                figures.confirmations().stream()
                                        .filter(confirmed ->
                                                confirmed.indicator().equals(indicator.id()))
                                        .toList()));
    }

    /** As it was called when a round was closed; a round under way asks it by its name of now. */
    private @Nullable String calledThen(Reporter reporter) {
        Instant closedAt = round.closedAt();
        return closedAt == null
                ? reporter.departmentName()
                : reporter.departmentNameIn(FiscalYear.of(LocalDate.ofInstant(closedAt, JapanTime.ZONE)));
    }

    private Consolidated consolidated(Indicator indicator, List<Actual> all, FiscalYear year) {
        SequencedMap<String, Observation> parts = new LinkedHashMap<>();
        Observation joint = null;
        for (Actual actual : all) {
            if (!actual.fiscalYear().equals(year)) {
                continue;
            }
            MunicipalityCode town = actual.municipality();
            if (town == null) {
                joint = actual.observation();
            } else {
                parts.put(town.value(), actual.observation());
            }
        }
        return new Consolidator(indicator.consolidation(), Consolidator.Incomplete.PARTIAL_MARKED)
                .consolidate(
                        indicator.measure(),
                        indicator.reporters().stream()
                                .map(reporter -> reporter.municipality().value())
                                .toList(),
                        parts,
                        joint);
    }

    private String text(Indicator indicator, Consolidated figure) {
        Observation observation = figure.observation();
        return observation == null ? "" : evaluator.figureText(indicator.measure(), observation.observed());
    }

    private @Nullable Actual cell(List<Actual> all, @Nullable MunicipalityCode town) {
        return all.stream()
                .filter(actual ->
                        actual.fiscalYear().equals(round.fiscalYear()) && Objects.equals(actual.municipality(), town))
                .findFirst()
                .orElse(null);
    }
}
