package jp.kyosei.backend.xlsx;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kyosei.backend.text.CellLimit;
import jp.kyosei.backend.text.FormulaMark;

/** How texts and numbers are kept in the cells of a workbook so that they come back as they were. */
public final class CellText {
    private static final Pattern TO_ESCAPE =
            Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)|[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]");
    private static final int DIGITS_KEPT = 15;

    private CellText() {}

    /** Whether a program could take the text for a formula, and is told that it is none. */
    public static boolean needsQuote(String text) {
        return FormulaMark.looksLikeFormula(text);
    }

    /** With what XML cannot hold, and what would be read as such an escape, written as Excel does: {@code _x000D_}; cut where no cell holds it. */
    public static String encoded(String text) {
        return CellLimit.fitting(TO_ESCAPE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        "_x%04X_".formatted((int) found.group().charAt(0)))));
    }

    /** Whether a spreadsheet keeps every digit: it keeps fifteen. */
    public static boolean isKeptExactly(BigDecimal value) {
        return value.stripTrailingZeros().precision() <= DIGITS_KEPT
                && new BigDecimal(Double.toString(value.doubleValue())).compareTo(value) == 0;
    }

    /** The number format that shows the decimals it was entered with. */
    public static String format(BigDecimal value, boolean grouped) {
        String whole = grouped ? "#,##0" : "0";
        return value.scale() > 0 ? whole + "." + "0".repeat(value.scale()) : whole;
    }
}
