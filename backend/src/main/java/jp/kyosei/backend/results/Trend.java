package jp.kyosei.backend.results;

import java.util.List;
import jp.kyosei.backend.evaluation.Evaluation;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.ruleset.RuleBook;

/** The trend (達成度の推移): the grade of every indicator in every year that has figures. */
public record Trend(PlanContent content, RuleBook rules, List<FiscalYear> years, List<Row> rows) {
    public Trend {
        years = List.copyOf(years);
        rows = List.copyOf(rows);
    }

    /** One indicator; its evaluations stand in the order of the years. */
    public record Row(Indicator indicator, List<String> sectionPath, List<Evaluation> evaluations) {
        public Row {
            sectionPath = List.copyOf(sectionPath);
            evaluations = List.copyOf(evaluations);
        }
    }
}
