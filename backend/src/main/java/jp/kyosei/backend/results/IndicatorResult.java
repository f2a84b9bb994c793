package jp.kyosei.backend.results;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.CheckedFinding;
import jp.kyosei.backend.actual.ManualGrade;
import jp.kyosei.backend.actual.cell.ActualState;
import jp.kyosei.backend.evaluation.Baseline;
import jp.kyosei.backend.evaluation.Check;
import jp.kyosei.backend.evaluation.Consolidated;
import jp.kyosei.backend.evaluation.Consolidator;
import jp.kyosei.backend.evaluation.Evaluation;
import jp.kyosei.backend.evaluation.Evaluator;
import jp.kyosei.backend.evaluation.Grade;
import jp.kyosei.backend.evaluation.Published;
import jp.kyosei.backend.evaluation.check.Checks;
import jp.kyosei.backend.evaluation.check.Unit;
import jp.kyosei.backend.figure.FigureFormat;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** Computes the results of one indicator from what is recorded of it. */
final class IndicatorResult {
    private final PlanFigures plan;
    private final Indicator indicator;
    private final SortedMap<FiscalYear, Consolidated> consolidated = new TreeMap<>();
    private final SortedMap<FiscalYear, Observation> series = new TreeMap<>();
    private final Map<FiscalYear, List<Actual>> byYear;
    private final List<String> reporters;
    private final Consolidator consolidator;

    IndicatorResult(PlanFigures plan, Indicator indicator) {
        this.plan = plan;
        this.indicator = indicator;
        this.reporters = indicator.reporters().stream()
                .map(reporter -> reporter.municipality().value())
                .toList();
        this.consolidator = new Consolidator(indicator.consolidation(), Consolidator.Incomplete.NO_FIGURE);
        this.byYear = plan.actuals(indicator).stream().collect(Collectors.groupingBy(Actual::fiscalYear));
        byYear.forEach((year, actuals) -> {
            Consolidated figure = consolidate(actuals);
            consolidated.put(year, figure);
            Observation observation = figure.observation();
            if (observation != null) {
                series.put(year, observation);
            }
        });
    }

    /** The computed result of a year by the rules in force in it. */
    Evaluation evaluation(FiscalYear year) {
        return evaluator(year).evaluate(indicator.measure(), series, year);
    }

    @Nullable
    Grade grade(FiscalYear year) {
        return evaluation(year).grade();
    }

    ResultsRow row(List<FiscalYear> years, FiscalYear judged) {
        Evaluator evaluator = evaluator(judged);
        BigDecimal target = evaluator.target(indicator.measure(), judged).value();
        return new ResultsRow(
                indicator,
                plan.sectionPath(indicator),
                baselineText(),
                FigureFormat.asEntered(target),
                years.stream().map(year -> figure(evaluator, year)).toList(),
                evaluation(judged),
                grade(judged.previous()),
                plan.manualGrades(indicator).stream()
                        .filter(manual -> manual.fiscalYear().equals(judged))
                        .max(Comparator.comparing(ManualGrade::at))
                        .orElse(null),
                findings(judged));
    }

    /** The consolidated figure of a year; none where nothing is recorded. */
    @Nullable
    Observation figureOf(FiscalYear year) {
        return series.get(year);
    }

    List<CheckedFinding> findings(FiscalYear judged) {
        SortedMap<FiscalYear, Published> published = new TreeMap<>();
        plan.records(indicator)
                .forEach((year, printed) -> published.put(
                        year, new Published(printed.grade(), printed.rate(), printed.change(), printed.target())));
        List<Check> checks = new Checks(
                        evaluator(judged),
                        indicator.measure(),
                        Unit.of(indicator.unit(), indicator.name()),
                        series,
                        published,
                        indicator.statedTarget())
                .until(judged);
        return CheckedFinding.of(checks, null, plan.confirmations(indicator));
    }

    private YearFigure figure(Evaluator evaluator, FiscalYear year) {
        Consolidated found = consolidated.get(year);
        if (found == null) {
            return new YearFigure(year, null, null, "", false, false, List.of(), List.of());
        }
        Observation observation = found.observation();
        List<TownFigure> towns = byYear.getOrDefault(year, List.of()).stream()
                .flatMap(actual -> town(evaluator, actual).stream())
                .sorted(Comparator.comparing(TownFigure::municipality))
                .toList();
        return new YearFigure(
                year,
                observation,
                observation == null
                        ? null
                        : evaluator
                                .figureValue(indicator.measure(), observation.observed())
                                .orElse(null),
                observation == null ? "" : evaluator.figureText(indicator.measure(), observation.observed()),
                found.partial(),
                byYear.getOrDefault(year, List.of()).stream()
                        .anyMatch(actual -> actual.state() != ActualState.CONFIRMED),
                towns,
                found.missing().stream().map(MunicipalityCode::new).toList());
    }

    private List<TownFigure> town(Evaluator evaluator, Actual actual) {
        MunicipalityCode code = actual.municipality();
        if (code == null) {
            return List.of();
        }
        return List.of(new TownFigure(
                code,
                indicator.townName(code),
                actual.observation(),
                evaluator.figureText(indicator.measure(), actual.observation().observed()),
                actual.state()));
    }

    private Consolidated consolidate(List<Actual> actuals) {
        SequencedMap<String, Observation> parts = new LinkedHashMap<>();
        Observation joint = null;
        for (Actual actual : actuals) {
            MunicipalityCode town = actual.municipality();
            if (town == null) {
                joint = actual.observation();
            } else {
                parts.put(town.value(), actual.observation());
            }
        }
        return consolidator.consolidate(indicator.measure(), reporters, parts, joint);
    }

    private Evaluator evaluator(FiscalYear year) {
        return plan.evaluator(year);
    }

    private String baselineText() {
        return switch (indicator.measure().baseline()) {
            case Baseline.Measured known -> FigureFormat.asEntered(known.value());
            case Baseline.Absent absent -> "—";
            case Baseline.AddedLater later -> "";
        };
    }
}
