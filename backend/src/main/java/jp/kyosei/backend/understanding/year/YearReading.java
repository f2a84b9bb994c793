package jp.kyosei.backend.understanding.year;

import jp.kyosei.backend.figure.FiscalYear;

/**
 * A year, or a span of years, that a text names.
 *
 * @param first of the span; the same as {@code last} where it is one year
 * @param written as it stands in the folded text
 * @param start where it begins in the folded text
 * @param end behind its last character
 * @param certainty from 0 to 1
 * @param ofMonth whether it was told by a month or a day: R5.3 is of R4
 */
public record YearReading(
        FiscalYear first, FiscalYear last, String written, int start, int end, double certainty, boolean ofMonth) {
    public YearReading {
        if (first.compareTo(last) > 0) {
            throw new IllegalArgumentException("A span goes forward: " + first + " to " + last);
        }
    }

    /** Whether it spans several years, as {@code R2～R6} does. */
    public boolean isSpan() {
        return !first.equals(last);
    }
}
