package jp.kyosei.backend.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Prints figures with thousands separators: {@code -13,809}, {@code 65.1}. Zero has no sign: −0.3 without decimals is
 * {@code 0}.
 *
 * @param decimals digits after the point, 0 to {@value Observed#MAX_DIGITS}; always printed, so 57 with one decimal is 57.0
 */
public record FigureFormat(int decimals, RoundingMode rounding) {

    private static final int GROUP = 3;

    public FigureFormat {
        if (decimals < 0 || decimals > Observed.MAX_DIGITS) {
            throw new IllegalArgumentException("Decimals lie between 0 and " + Observed.MAX_DIGITS + ": " + decimals);
        }
    }

    /** Prints a figure with the decimals it was entered with. */
    public static String asEntered(BigDecimal figure) {
        return new FigureFormat(Math.max(figure.scale(), 0), RoundingMode.UNNECESSARY).format(figure);
    }

    public String format(BigDecimal figure) {
        String plain = figure.setScale(decimals, rounding).toPlainString();
        int start = plain.startsWith("-") ? 1 : 0;
        int point = plain.indexOf('.');
        int end = point < 0 ? plain.length() : point;
        StringBuilder text = new StringBuilder(plain);
        for (int position = end - GROUP; position > start; position -= GROUP) {
            text.insert(position, ',');
        }
        return text.toString();
    }
}
