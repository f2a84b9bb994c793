package jp.kyosei.backend.evaluation;

import java.math.BigDecimal;
import jp.kyosei.backend.figure.FiscalYear;

/** Where an indicator starts from (現状値). */
public sealed interface Baseline {
    /** A figure and its fiscal year. */
    record Measured(BigDecimal value, FiscalYear fiscalYear) implements Baseline {}

    /** There was none; printed —. Counts as 0 where the rule set says so. */
    record Absent() implements Baseline {}

    /**
     * The indicator came later; the column is blank and the first measured year stands for it.
     *
     * @param note what the column says instead, such as 2021年3月供用開始; may be empty
     */
    record AddedLater(String note) implements Baseline {}
}
