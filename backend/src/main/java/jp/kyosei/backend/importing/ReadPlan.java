package jp.kyosei.backend.importing;

import java.util.List;
import java.util.stream.Stream;

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

    /** With further findings. */
    ReadPlan with(List<Finding> more) {
        return new ReadPlan(
                document,
                indicators,
                Stream.concat(findings.stream(), more.stream()).toList(),
                isOwnWorkbook);
    }
}
