package jp.kyosei.backend.revision;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import jp.kyosei.backend.tenancy.WrongTextException;

/**
 * When a version was decided (決定), in Japan. Covers of plans often say the month alone (令和3年12月).
 *
 * @param day the first of the month where only that is known
 */
public record AdoptionDay(LocalDate day, boolean monthOnly) {
    private static final int LENGTH_OF_MONTH = "2026-03".length();

    /** A day that is known. */
    public static AdoptionDay of(LocalDate day) {
        return new AdoptionDay(day, false);
    }

    /**
     * Reads 2026-03-29 or 2026-03.
     *
     * @throws WrongTextException if it is neither
     */
    public static AdoptionDay read(String text) {
        try {
            return text.length() == LENGTH_OF_MONTH
                    ? new AdoptionDay(YearMonth.parse(text).atDay(1), true)
                    : of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw new WrongTextException("adoptedOn", "決定した日を 2026-03-29 のように指定してください。月だけのときは 2026-03 です。");
        }
    }

    /** As JSON says it. */
    public String text() {
        return monthOnly ? YearMonth.from(day).toString() : day.toString();
    }
}
