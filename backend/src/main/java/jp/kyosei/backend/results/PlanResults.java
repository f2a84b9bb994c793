package jp.kyosei.backend.results;

import java.util.List;
import jp.kyosei.backend.evaluation.Evaluation;

/**
 * The results sheet of a plan, with the computed result of every year shown.
 *
 * @param evaluations per row of the sheet, in its order, one per year of the sheet
 */
public record PlanResults(ResultsSheet sheet, List<List<Evaluation>> evaluations) {
    public PlanResults {
        evaluations = evaluations.stream().map(List::copyOf).toList();
    }
}
