package jp.kyosei.backend.evaluation;

import java.util.List;
import java.util.stream.Stream;

/**
 * The rules of an owner (評価の決まり).
 *
 * @param plainFormula for indicators that are not cumulative, unless an indicator says otherwise
 * @param cumulativeFormula for cumulative ones (累計, ※)
 * @param absentBaselineIsZero whether a baseline printed — counts as 0 in {@link ProgressFormula#CHANGE_RATIO} and in
 *     comparison (美祢市: yes)
 * @param rateRounding how the progress rate, in percent, is printed
 * @param unmeasuredLabel under which label indicators without a figure are counted (その他)
 */
public record RuleSet(
        ProgressFormula plainFormula,
        ProgressFormula cumulativeFormula,
        boolean absentBaselineIsZero,
        Rounding rateRounding,
        JudgedAgainst judgedAgainst,
        String unmeasuredLabel,
        Grading grading) {
    /** @throws IllegalArgumentException if two labels are the same or one is empty; counts are kept by label */
    public RuleSet {
        List<String> labels = labels(grading, unmeasuredLabel);
        if (labels.stream().anyMatch(String::isBlank)
                || labels.stream().distinct().count() != labels.size()) {
            throw new IllegalArgumentException("評価の名称は、それぞれ違う名前にしてください: " + String.join("、", labels));
        }
    }

    /** All labels a count can have: the grades, the best first, then those not measured. */
    public List<String> labels() {
        return labels(grading, unmeasuredLabel);
    }

    private static List<String> labels(Grading grading, String unmeasuredLabel) {
        return Stream.concat(grading.labels().stream().map(GradeLabel::label), Stream.of(unmeasuredLabel))
                .toList();
    }
}
