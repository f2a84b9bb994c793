package jp.kyosei.backend.results;

import java.util.List;
import jp.kyosei.backend.actual.narrative.Narrative;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.evaluation.Evaluation;
import jp.kyosei.backend.evaluation.RuleSet;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.plan.PlanContent;

/**
 * Everything about one indicator of a plan.
 *
 * @param row the indicator as the results sheet shows it
 * @param evaluations one per year of the sheet
 * @param narratives newest year first
 * @param initiatives of the indicator's section
 * @param history the latest changes, newest first; empty for those who may not read it
 * @param previousNo the indicator before this one in the plan, empty for the first
 * @param nextNo the indicator after this one, empty for the last
 * @param ordinal its place in the plan, from 1
 * @param total how many indicators the plan has
 */
public record IndicatorPage(
        PlanContent content,
        FiscalYear fiscalYear,
        List<FiscalYear> years,
        RuleSet rules,
        ResultsRow row,
        List<Evaluation> evaluations,
        List<Narrative> narratives,
        List<Initiative> initiatives,
        List<AuditEntry> history,
        String previousNo,
        String nextNo,
        int ordinal,
        int total) {
    public IndicatorPage {
        years = List.copyOf(years);
        evaluations = List.copyOf(evaluations);
        narratives = List.copyOf(narratives);
        initiatives = List.copyOf(initiatives);
        history = List.copyOf(history);
    }
}
