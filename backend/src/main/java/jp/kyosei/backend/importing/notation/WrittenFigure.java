package jp.kyosei.backend.importing.notation;

import java.math.BigDecimal;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.understanding.unit.UnitName;
import org.jspecify.annotations.Nullable;

/**
 * A figure as a cell writes it.
 *
 * @param number as written, in units of {@code 10^exponent}: 18.8 of 18.8万人; of 9兆1,400億円 91,400
 * @param exponent of the word of magnitude: 4 of 万; 8 of 億; 0 of none
 * @param unit behind it, without the word of magnitude; empty for none
 * @param year that it says it is of; none for most
 * @param note words beside it, as they were written; empty for none
 */
public record WrittenFigure(
        BigDecimal number,
        int exponent,
        String unit,
        Bound bound,
        @Nullable FiscalYear year,
        String note) {

    /** The unit with its word of magnitude: 万人. */
    public String wholeUnit() {
        return magnitude(exponent) + unit;
    }

    /**
     * The figure in another unit, exactly; null if it is not of that unit, or not clear in it.
     *
     * @param wanted the unit of the indicator; one that is none takes the number as it is written
     */
    public @Nullable BigDecimal in(UnitName wanted) {
        if (wanted.isNone()) {
            return number;
        }
        if (unit.isEmpty()) {
            // 408万 under 千人 may be 万人 or 万 times 千人.
            boolean isClear = exponent == 0 || exponent == wanted.exponent() || wanted.exponent() == 0;
            return exponent == 0 ? number : isClear ? moved(exponent - wanted.exponent()) : null;
        }
        UnitName own = UnitName.of(unit);
        if (own.base().equals("割") && wanted.base().equals("%")) {
            return moved(1);
        }
        return own.isOf(wanted) ? moved(exponent + own.exponent() - wanted.exponent()) : null;
    }

    private BigDecimal moved(int by) {
        if (by == 0) {
            return number;
        }
        BigDecimal plain = number.scaleByPowerOfTen(by).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** The same with another number, which is the one that the cell holds. */
    WrittenFigure holding(BigDecimal exact) {
        return new WrittenFigure(exact, exponent, unit, bound, year, note);
    }

    private static String magnitude(int exponent) {
        return switch (exponent) {
            case 2 -> "百";
            case 3 -> "千";
            case 4 -> "万";
            case 5 -> "十万";
            case 6 -> "百万";
            case 7 -> "千万";
            case 8 -> "億";
            case 12 -> "兆";
            default -> "";
        };
    }
}
