package jp.kyosei.backend.importing;

import java.util.List;

/**
 * What a file says of a plan.
 *
 * @param document the plan as it would be if it were new
 * @param indicators those of the document, in its order, with their places
 * @param findings problems and assumptions
 * @param isOwnWorkbook whether the file is this product's own workbook, which says everything of the plan
 */
record ReadPlan(PlanDocument document, List<ReadIndicator> indicators, List<Finding> findings, boolean isOwnWorkbook) {
    ReadPlan {
        indicators = List.copyOf(indicators);
        findings = List.copyOf(findings);
    }
}
