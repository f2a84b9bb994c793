package jp.kyosei.backend.evaluation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * How a computed figure is printed. What is graded is never the rounded figure.
 *
 * @param decimals digits after the point, 0 to 6
 */
public record Rounding(Mode mode, int decimals) {
    /** Half up (四捨五入, 美祢市: 90.63 → 90.6) or cut off (切捨て, 一関・平泉: 65.157 → 65.1). */
    public enum Mode {
        HALF_UP("四捨五入", RoundingMode.HALF_UP),
        CUT_OFF("切捨て", RoundingMode.DOWN);

        private final String label;
        private final RoundingMode mode;

        Mode(String label, RoundingMode mode) {
            this.label = label;
            this.mode = mode;
        }

        public String label() {
            return label;
        }

        public RoundingMode roundingMode() {
            return mode;
        }
    }

    private static final BigFraction HUNDRED = BigFraction.of(100);
    private static final BigDecimal HUNDRED_PRINTED = BigDecimal.valueOf(100);

    public Rounding {
        if (decimals < 0 || decimals > 6) {
            throw new IllegalArgumentException("小数点以下の桁数は0から6までです。");
        }
    }

    /** The fraction rounded by this rule. */
    public BigDecimal round(BigFraction exact) {
        return round(exact, decimals);
    }

    /** The fraction rounded by this rule's mode to other decimals. */
    public BigDecimal round(BigFraction exact, int digits) {
        return new BigDecimal(exact.getNumerator())
                .divide(new BigDecimal(exact.getDenominator()), digits, mode.roundingMode());
    }

    /**
     * The fraction in percent, rounded as this rule says, but on its own side of 100: 99.96 % is 99.9, not 100.0, and 100.04 %
     * is 100.1. For what must not be read as reached (達成) or as all of something.
     *
     * @param exact in percent
     */
    public BigDecimal roundApartFromHundred(BigFraction exact, int digits) {
        BigDecimal rounded = round(exact, digits);
        int side = Exact.compare(exact, HUNDRED);
        if (side == 0 || rounded.compareTo(HUNDRED_PRINTED) != 0) {
            return rounded;
        }
        return new BigDecimal(exact.getNumerator())
                .divide(
                        new BigDecimal(exact.getDenominator()),
                        digits,
                        side < 0 ? RoundingMode.FLOOR : RoundingMode.CEILING);
    }

    /** A decimal as an exact fraction. */
    public static BigFraction exact(BigDecimal value) {
        return value.scale() > 0
                ? BigFraction.of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
                : BigFraction.of(value.toBigIntegerExact());
    }
}
