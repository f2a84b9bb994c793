package jp.kyosei.backend.importing.reading;

import java.util.List;
import java.util.stream.Stream;
import jp.kyosei.backend.importing.document.WholePlan;

/**
 * What a file says of a plan.
 *
 * @param plan as it would be if it were new
 * @param indicators those of the plan, in its order, with their places
 * @param findings problems and assumptions
 * @param isOwnWorkbook whether the file is this product's own workbook, which says everything of the plan
 */
public record ReadPlan(WholePlan plan, List<ReadIndicator> indicators, List<Finding> findings, boolean isOwnWorkbook) {
    public ReadPlan {
        indicators = List.copyOf(indicators);
        findings = List.copyOf(findings);
    }

    /** With further findings. */
    public ReadPlan with(List<Finding> more) {
        return new ReadPlan(
                plan,
                indicators,
                Stream.concat(findings.stream(), more.stream()).toList(),
                isOwnWorkbook);
    }
}
