package jp.kyosei.backend.report.document;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import jp.kyosei.backend.report.paper.Paper;

/** Reads what was printed for people, such as {@code -13,809} or {@code 75.4%}, as the number that it is. */
public final class Printed {
    private static final Pattern NUMBER = Pattern.compile("-?(\\d{1,3}(,\\d{3})*|\\d+)(\\.\\d+)?%?");

    private Printed() {}

    /** A figure where the text is one, else the words. */
    public static Paper.Content content(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return Paper.Content.Lines.of(text);
        }
        boolean percent = text.endsWith("%");
        String digits = text.replace(",", "").replace("%", "");
        return new Paper.Content.Figure(new BigDecimal(digits), percent ? "%" : "", List.of());
    }
}
