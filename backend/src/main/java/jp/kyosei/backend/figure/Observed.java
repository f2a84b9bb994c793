package jp.kyosei.backend.figure;

import java.math.BigDecimal;

/** What was observed of an indicator in a year. */
public sealed interface Observed {
    /** A plain figure in the indicator's unit. */
    record Value(BigDecimal value) implements Observed {}

    /** Numerator and denominator of a share; the denominator is not zero. */
    record Ratio(BigDecimal numerator, BigDecimal denominator) implements Observed {
        public Ratio {
            if (denominator.signum() == 0) {
                throw new IllegalArgumentException("分母が0です。対象がなかったときは「把握できない理由」を入れてください。");
            }
        }
    }

    /**
     * No figure, and why.
     *
     * @param note in the reporter's own words; may be empty
     */
    record Missing(MissingReason reason, String note) implements Observed {}
}
