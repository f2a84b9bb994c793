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
 * @param isOwnWorkbook whether the file is this product's own, which says exactly what it says of the plan
 * @param seen figures that stand in the file as people see them, beside those of the indicators; of this product's own alone
 */
public record ReadPlan(
        WholePlan plan,
        List<ReadIndicator> indicators,
        List<Finding> findings,
        boolean isOwnWorkbook,
        List<SeenFigure> seen) {
    public ReadPlan {
        indicators = List.copyOf(indicators);
        findings = List.copyOf(findings);
        seen = List.copyOf(seen);
    }

    /** What says everything once. */
    public ReadPlan(WholePlan plan, List<ReadIndicator> indicators, List<Finding> findings, boolean isOwnWorkbook) {
        this(plan, indicators, findings, isOwnWorkbook, List.of());
    }

    /** With further findings. */
    public ReadPlan with(List<Finding> more) {
        return new ReadPlan(
                plan,
                indicators,
                Stream.concat(findings.stream(), more.stream()).toList(),
                isOwnWorkbook,
                seen);
    }

    /** The same of other indicators, with nothing left to be seen. */
    public ReadPlan with(List<ReadIndicator> others, List<Finding> more) {
        return new ReadPlan(
                plan, others, Stream.concat(findings.stream(), more.stream()).toList(), isOwnWorkbook);
    }
}
