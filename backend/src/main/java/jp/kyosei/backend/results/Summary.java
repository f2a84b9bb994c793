package jp.kyosei.backend.results;

import java.util.List;
import java.util.Map;
import jp.kyosei.backend.evaluation.RuleSet;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.IndicatorKind;
import jp.kyosei.backend.plan.PlanContent;

/**
 * The summary (概要) of a plan for a fiscal year: counts per grade beside those of the year before.
 *
 * @param byKind per kind of indicator; kinds that the plan does not have are left out
 * @param bySection per section at every level and kind, in the order of the plan; sections without any are left out
 * @param unmeasured the indicators that have no figure in the year, with the reason
 */
public record Summary(
        PlanContent content,
        FiscalYear fiscalYear,
        RuleSet rules,
        GradeCounts counts,
        GradeCounts previous,
        Map<IndicatorKind, SectionlessCounts> byKind,
        List<SectionCounts> bySection,
        List<ResultsRow> unmeasured) {
    public Summary {
        byKind = Map.copyOf(byKind);
        bySection = List.copyOf(bySection);
        unmeasured = List.copyOf(unmeasured);
    }

    /** Counts of the year and of the year before. */
    public record SectionlessCounts(GradeCounts counts, GradeCounts previous) {}
}
