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
 * @param isOwnWorkbook whether the file is this product's own workbook, which says everything of the plan
 */
public record ReadPlan(
        WholePlan plan,
        List<ReadIndicator> indicators,
        List<Finding> findings,
        List<Question> questions,
        boolean isOwnWorkbook) {
    public ReadPlan {
        indicators = List.copyOf(indicators);
        findings = List.copyOf(findings);
        questions = List.copyOf(questions);
    }

    /** One that leaves nothing open. */
    public ReadPlan(WholePlan plan, List<ReadIndicator> indicators, List<Finding> findings, boolean isOwnWorkbook) {
        this(plan, indicators, findings, List.of(), isOwnWorkbook);
    }

    /** With another plan around its indicators. */
    public ReadPlan of(WholePlan other) {
        return new ReadPlan(other, indicators, findings, questions, isOwnWorkbook);
    }

    /** With further questions. */
    public ReadPlan asking(List<Question> more) {
        return new ReadPlan(
                plan,
                indicators,
                findings,
                Stream.concat(questions.stream(), more.stream()).toList(),
                isOwnWorkbook);
    }

    /** With further findings. */
    public ReadPlan with(List<Finding> more) {
        return new ReadPlan(
                plan,
                indicators,
                Stream.concat(findings.stream(), more.stream()).toList(),
                questions,
                isOwnWorkbook);
    }
}
