package jp.kyosei.backend.figure;

import java.math.BigDecimal;

/** What was observed for one indicator in one fiscal year: a measured figure, or nothing for a reason. */
public sealed interface Observed {

    /** The most digits before, and the most digits after, the decimal point that a figure can have. */
    int MAX_DIGITS = 60;

    /** A figure that can be reckoned with. */
    sealed interface Measured extends Observed {}

    /**
     * A figure in the unit of its indicator. The scale is kept as entered: 57.0 stays 57.0.
     *
     * @throws IllegalArgumentException when {@link #isHoldable} says no
     */
    record Value(BigDecimal value) implements Measured {
        public Value {
            requireHoldable(value);
        }
    }

    /**
     * A share as counted, such as 530 of 802. A denominator of 0 is a true report (of 0 people 0 took part), counts in a
     * sum of ratios, and alone has no value: readers must ask for it.
     *
     * @throws IllegalArgumentException when the denominator is negative, or {@link #isHoldable} says no to either part
     */
    record Ratio(BigDecimal numerator, BigDecimal denominator) implements Measured {
        public Ratio {
            requireHoldable(numerator);
            requireHoldable(denominator);
            if (denominator.signum() < 0) {
                throw new IllegalArgumentException("A denominator cannot be negative: " + denominator);
            }
        }
    }

    /** No figure, for a coded reason; the note holds the words of the person unchanged and may be empty. */
    record Missing(MissingReason reason, String note) implements Observed {

        /** What a sheet prints in place of the figure: the note, or the label of the reason where there is no note. */
        public String text() {
            return note.isEmpty() ? reason.label() : note;
        }
    }

    /** Whether a number is small and short enough to reckon with exactly: {@value #MAX_DIGITS} digits on either side of the point. */
    static boolean isHoldable(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MAX_DIGITS
                && (long) number.precision() - number.scale() <= MAX_DIGITS;
    }

    private static void requireHoldable(BigDecimal number) {
        if (!isHoldable(number)) {
            throw new IllegalArgumentException(
                    "A figure has at most " + MAX_DIGITS + " digits on either side of the point");
        }
    }
}
