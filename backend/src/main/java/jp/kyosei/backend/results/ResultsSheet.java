package jp.kyosei.backend.results;

import java.util.List;
import jp.kyosei.backend.evaluation.RuleSet;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.PlanContent;

/**
 * The results sheet (実績一覧) of a plan for a fiscal year.
 *
 * @param fiscalYear the year that is judged
 * @param years the years shown: from the first that has figures to the one that is judged
 * @param rules the rules in force in that year
 */
public record ResultsSheet(
        PlanContent content, FiscalYear fiscalYear, List<FiscalYear> years, RuleSet rules, List<ResultsRow> rows) {
    public ResultsSheet {
        years = List.copyOf(years);
        rows = List.copyOf(rows);
    }
}
