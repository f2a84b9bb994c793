package jp.kyosei.backend.evaluation;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules need to know of an indicator.
 *
 * @param cumulative whether the figures add up over the years (累計)
 * @param decimals digits with which its figures are printed, 0 to 6
 * @param ratioAsPercent whether a numerator and denominator are printed in percent
 * @param progressFormula where the indicator departs from the rule set
 * @param targets by fiscal year, at least one; the last is the final target
 */
public record Measure(
        Direction direction,
        boolean cumulative,
        int decimals,
        ChangeDigits changeDigits,
        boolean ratioAsPercent,
        @Nullable ProgressFormula progressFormula,
        Baseline baseline,
        List<Target> targets) {
    public Measure {
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("目標値がありません。");
        }
        targets = targets.stream()
                .sorted(Comparator.comparing(Target::fiscalYear))
                .toList();
    }

    /** The same indicator, were another way better. */
    public Measure withDirection(Direction other) {
        return new Measure(
                other, cumulative, decimals, changeDigits, ratioAsPercent, progressFormula, baseline, targets);
    }

    /** The same with other targets, at least one. */
    public Measure withTargets(List<Target> others) {
        return new Measure(
                direction, cumulative, decimals, changeDigits, ratioAsPercent, progressFormula, baseline, others);
    }

    /** The same without a baseline: that of a whole does not measure a part of it. */
    public Measure withoutBaseline() {
        return new Measure(
                direction,
                cumulative,
                decimals,
                changeDigits,
                ratioAsPercent,
                progressFormula,
                new Baseline.Absent(),
                targets);
    }

    /** The target of the latest fiscal year. */
    public Target finalTarget() {
        return targets.getLast();
    }
}
