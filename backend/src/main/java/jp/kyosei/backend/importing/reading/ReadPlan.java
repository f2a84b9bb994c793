package jp.kyosei.backend.importing.reading;

import java.util.List;
import java.util.stream.Stream;
import jp.kyosei.backend.importing.document.WholePlan;
import jp.kyosei.backend.understanding.question.Question;

/**
 * What a file says of a plan.
 *
 * @param plan as it would be if it were new
 * @param indicators those of the plan, in its order, with their places
 * @param findings problems and assumptions
 * @param questions what the figures leave open, beside what the sheets do, and what was answered to it
 * @param isOwnWorkbook whether the file is this product's own, which says exactly what it says of the plan
 * @param seen figures that stand in the file as people see them, beside those of the indicators; of this product's own alone
 */
public record ReadPlan(
        WholePlan plan,
        List<ReadIndicator> indicators,
        List<Finding> findings,
        List<Question> questions,
        boolean isOwnWorkbook,
        List<SeenFigure> seen) {
    public ReadPlan {
        indicators = List.copyOf(indicators);
        findings = List.copyOf(findings);
        questions = List.copyOf(questions);
        seen = List.copyOf(seen);
    }

    /** One that leaves nothing open, and says everything once. */
    public ReadPlan(WholePlan plan, List<ReadIndicator> indicators, List<Finding> findings, boolean isOwnWorkbook) {
        this(plan, indicators, findings, List.of(), isOwnWorkbook, List.of());
    }

    /** With another plan around its indicators. */
    public ReadPlan of(WholePlan other) {
        return new ReadPlan(other, indicators, findings, questions, isOwnWorkbook, seen);
    }

    /** With further questions. */
    public ReadPlan asking(List<Question> more) {
        return new ReadPlan(
                plan,
                indicators,
                findings,
                Stream.concat(questions.stream(), more.stream()).toList(),
                isOwnWorkbook,
                seen);
    }

    /** With further findings. */
    public ReadPlan with(List<Finding> more) {
        return new ReadPlan(
                plan,
                indicators,
                Stream.concat(findings.stream(), more.stream()).toList(),
                questions,
                isOwnWorkbook,
                seen);
    }

    /** The same of other indicators, with nothing left to be seen. */
    public ReadPlan with(List<ReadIndicator> others, List<Finding> more) {
        return new ReadPlan(
                plan,
                others,
                Stream.concat(findings.stream(), more.stream()).toList(),
                questions,
                isOwnWorkbook,
                List.of());
    }
}
