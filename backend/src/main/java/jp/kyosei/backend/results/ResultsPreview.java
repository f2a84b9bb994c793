package jp.kyosei.backend.results;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kyosei.backend.actual.CheckedFinding;
import jp.kyosei.backend.actual.Figures;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.ruleset.RuleBook;

/** What results and findings would be of figures that are not stored yet: computed as those that are. */
public final class ResultsPreview {
    private final PlanFigures plan;
    private final Map<IndicatorId, IndicatorResult> results;

    public ResultsPreview(PlanContent content, RuleBook rules, List<Indicator> indicators, Figures figures) {
        this.plan = new PlanFigures(content, rules, indicators, figures, Set.of());
        this.results = indicators.stream()
                .collect(Collectors.toMap(Indicator::id, indicator -> new IndicatorResult(plan, indicator)));
    }

    /** The findings (指摘) on an indicator's figures of the years up to the given one. */
    public List<CheckedFinding> findings(IndicatorId indicator, FiscalYear until) {
        return result(indicator).findings(until);
    }

    /** The consolidated figure of a year; empty where nothing is recorded. */
    public Optional<Observation> figure(IndicatorId indicator, FiscalYear year) {
        return Optional.ofNullable(result(indicator).figureOf(year));
    }

    /** A figure as the results sheet of a year prints it. */
    public String text(Indicator indicator, FiscalYear year, Observation observation) {
        return plan.evaluator(year).figureText(indicator.measure(), observation.observed());
    }

    private IndicatorResult result(IndicatorId indicator) {
        return Objects.requireNonNull(results.get(indicator));
    }
}
