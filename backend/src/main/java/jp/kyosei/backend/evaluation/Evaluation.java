package jp.kyosei.backend.evaluation;

import jp.kyosei.backend.figure.FiscalYear;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * The computed result (評価) of an indicator in a fiscal year.
 *
 * @param progressText as printed: {@code 75.4%}, 算定なし where it is not computable, empty where nothing is measured
 * @param change the exact change on last year; none where either year has no figure
 * @param changeText the change as printed; empty where either year has no figure
 * @param grade none where nothing is measured
 */
public record Evaluation(
        FiscalYear fiscalYear,
        Progress progress,
        String progressText,
        @Nullable BigFraction change,
        String changeText,
        @Nullable Grade grade) {}
