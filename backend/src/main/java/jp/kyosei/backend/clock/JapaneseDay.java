package jp.kyosei.backend.clock;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.chrono.JapaneseChronology;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as people in Japan write them, 令和6年9月29日（日）: the one way in which this product says and reads a day in Japanese years. */
public final class JapaneseDay {
    private static final Map<String, JapaneseEra> ERAS = Map.of(
            "令和", JapaneseEra.REIWA,
            "R", JapaneseEra.REIWA,
            "平成", JapaneseEra.HEISEI,
            "H", JapaneseEra.HEISEI,
            "昭和", JapaneseEra.SHOWA,
            "S", JapaneseEra.SHOWA);
    private static final Pattern OF_ERA =
            Pattern.compile("(令和|平成|昭和|[RHS])(元|[0-9]{1,2})[年./-]([0-9]{1,2})[月./-]([0-9]{1,2})日?");
    private static final Pattern OF_YEAR = Pattern.compile("([0-9]{4})[年./-]([0-9]{1,2})[月./-]([0-9]{1,2})日?");

    private JapaneseDay() {}

    /** In the era of that day; empty before 明治6年, when the calendar was another one. */
    public static String date(LocalDate day) {
        String words = words(day);
        return words.substring(0, Math.max(0, words.lastIndexOf('（')));
    }

    /** Of a moment, as a clock in Japan has it. */
    public static String date(Instant moment) {
        return date(LocalDate.ofInstant(moment, JapanTime.ZONE));
    }

    /** In the era of that day, with the day of the week; empty before 明治6年, when the calendar was another one. */
    public static String words(LocalDate day) {
        JapaneseDate date;
        try {
            date = JapaneseDate.from(day);
        } catch (DateTimeException beforeTheCalendar) {
            return "";
        }
        int year = date.get(ChronoField.YEAR_OF_ERA);
        return "%s%s年%d月%d日（%s）"
                .formatted(
                        date.getEra().getDisplayName(TextStyle.FULL, Locale.JAPAN),
                        year == 1 ? "元" : Integer.toString(year),
                        day.getMonthValue(),
                        day.getDayOfMonth(),
                        day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.JAPAN));
    }

    /** R6.9.29, 令和6年9月29日, 2024年9月29日, 2024.9.29, in full-width letters as well; empty for anything else. */
    public static Optional<LocalDate> read(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
        Matcher ofEra = OF_ERA.matcher(text);
        Matcher ofYear = OF_YEAR.matcher(text);
        try {
            if (ofEra.matches()) {
                int year = ofEra.group(2).equals("元") ? 1 : Integer.parseInt(ofEra.group(2));
                return Optional.of(LocalDate.from(JapaneseChronology.INSTANCE.date(
                        Objects.requireNonNull(ERAS.get(ofEra.group(1))),
                        year,
                        Integer.parseInt(ofEra.group(3)),
                        Integer.parseInt(ofEra.group(4)))));
            }
            if (ofYear.matches()) {
                return Optional.of(LocalDate.of(
                        Integer.parseInt(ofYear.group(1)),
                        Integer.parseInt(ofYear.group(2)),
                        Integer.parseInt(ofYear.group(3))));
            }
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
