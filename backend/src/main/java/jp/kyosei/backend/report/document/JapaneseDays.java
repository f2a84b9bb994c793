package jp.kyosei.backend.report.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.chrono.JapaneseChronology;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import jp.kyosei.backend.clock.JapanTime;

/** Days as papers write them, in Japanese eras and as a clock in Japan has them. */
final class JapaneseDays {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("Gy年M月d日", Locale.JAPAN).withChronology(JapaneseChronology.INSTANCE);
    private static final DateTimeFormatter WITH_WEEKDAY =
            DateTimeFormatter.ofPattern("Gy年M月d日（E）", Locale.JAPAN).withChronology(JapaneseChronology.INSTANCE);

    private static final Pattern FIRST_YEAR = Pattern.compile("(?<=\\D)1年");

    private JapaneseDays() {}

    /** Such as 令和5年10月5日, of a moment. */
    static String of(Instant moment) {
        return firstYearNamed(DAY.format(moment.atZone(JapanTime.ZONE)));
    }

    /** Such as 令和5年10月5日. */
    static String of(LocalDate day) {
        return firstYearNamed(DAY.format(day));
    }

    /** Such as 令和5年10月5日（木）. */
    static String withWeekday(LocalDate day) {
        return firstYearNamed(WITH_WEEKDAY.format(day));
    }

    /** The first year of an era is 元年. */
    private static String firstYearNamed(String day) {
        return FIRST_YEAR.matcher(day).replaceFirst("元年");
    }
}
