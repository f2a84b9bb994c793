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

    /** A decimal as an exact fraction. */
    public static BigFraction exact(BigDecimal value) {
        return value.scale() > 0
                ? BigFraction.of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
                : BigFraction.of(value.toBigIntegerExact());
    }
}
