package jp.kyosei.backend.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Writes figures as the papers print them: thousands separated, a fixed number of decimals, never {@code -0}. */
public final class FigureFormat {
    private FigureFormat() {}

    /**
     * @param decimals digits after the point, 0 or more
     * @param rounding how the digits beyond are dropped
     */
    public static String text(BigDecimal value, int decimals, RoundingMode rounding) {
        BigDecimal rounded = value.setScale(decimals, rounding);
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return rounded.signum() == 0 ? format.format(rounded.abs()) : format.format(rounded);
    }
}
