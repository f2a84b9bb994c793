package jp.kyosei.backend.results;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.CheckConfirmation;
import jp.kyosei.backend.actual.Figures;
import jp.kyosei.backend.actual.ManualGrade;
import jp.kyosei.backend.actual.record.PublishedRecord;
import jp.kyosei.backend.evaluation.Evaluator;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.ruleset.RuleBook;

/** A plan with everything recorded of it, indexed by indicator; what all results are computed from. */
final class PlanFigures {
    private final PlanContent content;
    private final RuleBook rules;
    private final List<Indicator> indicators;
    private final Set<FiscalYear> underCollection;
    private final Map<IndicatorId, List<Actual>> actuals;
    private final Map<IndicatorId, SortedMap<FiscalYear, PublishedRecord>> records;
    private final Map<IndicatorId, List<ManualGrade>> manualGrades;
    private final Map<IndicatorId, List<CheckConfirmation>> confirmations;
    private final Map<String, List<String>> paths = new HashMap<>();
    private final Map<FiscalYear, Evaluator> evaluators = new HashMap<>();

    PlanFigures(
            PlanContent content,
            RuleBook rules,
            List<Indicator> indicators,
            Figures figures,
            Set<FiscalYear> underCollection) {
        this.underCollection = Set.copyOf(underCollection);
        this.content = content;
        this.rules = rules;
        this.indicators = List.copyOf(indicators);
        this.actuals = figures.actuals().stream().collect(Collectors.groupingBy(Actual::indicator));
        this.records = new HashMap<>();
        figures.records().forEach(published -> records.computeIfAbsent(published.indicator(), id -> new TreeMap<>())
                .put(published.fiscalYear(), published));
        this.manualGrades = figures.manualGrades().stream().collect(Collectors.groupingBy(ManualGrade::indicator));
        this.confirmations =
                figures.confirmations().stream().collect(Collectors.groupingBy(CheckConfirmation::indicator));
    }

    PlanContent content() {
        return content;
    }

    RuleBook rules() {
        return rules;
    }

    List<Indicator> indicators() {
        return indicators;
    }

    List<Actual> actuals(Indicator indicator) {
        return actuals.getOrDefault(indicator.id(), List.of());
    }

    SortedMap<FiscalYear, PublishedRecord> records(Indicator indicator) {
        SortedMap<FiscalYear, PublishedRecord> found = records.get(indicator.id());
        return found == null ? new TreeMap<>() : found;
    }

    List<ManualGrade> manualGrades(Indicator indicator) {
        return manualGrades.getOrDefault(indicator.id(), List.of());
    }

    List<CheckConfirmation> confirmations(Indicator indicator) {
        return confirmations.getOrDefault(indicator.id(), List.of());
    }

    /** Judges by the rules in force in that year. */
    Evaluator evaluator(FiscalYear year) {
        return evaluators.computeIfAbsent(year, wanted -> new Evaluator(rules.inForce(wanted)));
    }

    /** Section numbers from the top down to the indicator's own. */
    List<String> sectionPath(Indicator indicator) {
        return paths.computeIfAbsent(indicator.section(), content::path);
    }

    /**
     * The latest year of the plan that has any figure and is not being collected, for a year with a few figures of many says
     * nothing; the plan's first year while it has none.
     */
    FiscalYear latestYear() {
        return actuals.values().stream()
                .flatMap(Collection::stream)
                .map(Actual::fiscalYear)
                .filter(content.plan()::covers)
                .filter(year -> !underCollection.contains(year))
                .max(Comparator.naturalOrder())
                .orElse(content.plan().firstFiscalYear());
    }

    /** From the first year that has a figure, at the latest the plan's first, up to the given one. */
    List<FiscalYear> yearsUpTo(FiscalYear last) {
        int first = Math.min(
                content.plan().firstFiscalYear().year(),
                actuals.values().stream()
                        .flatMap(Collection::stream)
                        .mapToInt(actual -> actual.fiscalYear().year())
                        .min()
                        .orElse(Integer.MAX_VALUE));
        return IntStream.rangeClosed(first, last.year())
                .mapToObj(FiscalYear::new)
                .toList();
    }
}
