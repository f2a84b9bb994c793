package jp.kyosei.backend.sheet.xlsx;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.kyosei.backend.sheet.xlsx.FormatCode.Kind;
import jp.kyosei.backend.sheet.xlsx.FormatCode.Token;

/** Shows days and times as the Japanese Excel does, years of an era included. */
final class DateText {
    private static final long SECONDS_OF_DAY = 86_400;
    private static final int NOON = 12;
    private static final int CENTURY = 100;

    /** 9999-12-31. */
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);

    /** Excel takes 1900 for a leap year: days before its 29 February are counted from one day later. */
    private static final int DAY_THAT_NEVER_WAS = 60;

    private static final LocalDate BEFORE_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate START_1904 = LocalDate.of(1904, 1, 1);

    /** Before it the Japanese calendar of the JDK knows no eras. */
    private static final LocalDate FIRST_IN_ERAS = LocalDate.of(1873, 1, 1);

    private static final List<String> ERA_LETTERS = List.of("M", "T", "S", "H", "R");
    private static final List<String> ERA_SIGNS = List.of("明", "大", "昭", "平", "令");
    private static final List<String> ERAS = List.of("明治", "大正", "昭和", "平成", "令和");

    private DateText() {}

    /** None if no day has that number. */
    static Optional<String> formatted(BigDecimal days, FormatCode code, boolean from1904) {
        if (days.signum() < 0 || days.compareTo(LAST_DAY) >= 0) {
            return Optional.empty();
        }
        long seconds = days.multiply(BigDecimal.valueOf(SECONDS_OF_DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return Optional.of(
                written(time(seconds, from1904), seconds, code.sections().getFirst()));
    }

    private static LocalDateTime time(long seconds, boolean from1904) {
        long day = seconds / SECONDS_OF_DAY;
        LocalDate start = from1904 ? START_1904 : day < DAY_THAT_NEVER_WAS ? BEFORE_1900.plusDays(1) : BEFORE_1900;
        return start.plusDays(day).atStartOfDay().plusSeconds(seconds % SECONDS_OF_DAY);
    }

    private static String written(LocalDateTime time, long seconds, List<Token> tokens) {
        boolean halves = tokens.stream().anyMatch(token -> token.kind() == Kind.HALF_DAY);
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            switch (token.kind()) {
                case DATE -> text.append(date(time, token.text(), areMinutes(tokens, at), halves));
                case ELAPSED -> text.append(elapsed(Duration.ofSeconds(seconds), token.text()));
                case HALF_DAY -> text.append(time.getHour() < NOON ? "AM" : "PM");
                case LITERAL, POINT, COMMA, PERCENT -> text.append(token.text());
                case DIGIT -> text.append('0');
                case GENERAL, OTHER -> {}
            }
        }
        return text.toString();
    }

    /** {@code m} stands for minutes after hours and before seconds, otherwise for the month. */
    private static boolean areMinutes(List<Token> tokens, int at) {
        return neighbour(tokens, at, -1).startsWith("h")
                || neighbour(tokens, at, 1).startsWith("s");
    }

    private static String neighbour(List<Token> tokens, int from, int step) {
        for (int at = from + step; at >= 0 && at < tokens.size(); at += step) {
            Kind kind = tokens.get(at).kind();
            if (kind == Kind.DATE || kind == Kind.ELAPSED) {
                return tokens.get(at).text();
            }
        }
        return "";
    }

    private static String elapsed(Duration time, String unit) {
        long shown =
                switch (unit.charAt(0)) {
                    case 'h' -> time.toHours();
                    case 'm' -> time.toMinutes();
                    default -> time.toSeconds();
                };
        return padded(shown, unit.length());
    }

    private static String date(LocalDateTime time, String letters, boolean minutes, boolean halves) {
        int length = letters.length();
        return switch (letters.charAt(0)) {
            case 'y' -> length > 2 ? String.valueOf(time.getYear()) : padded(time.getYear() % CENTURY, 2);
            case 'm' -> minutes ? padded(time.getMinute(), length) : month(time, length);
            case 'd' -> day(time, length);
            case 'a' -> time.getDayOfWeek().getDisplayName(length > 3 ? TextStyle.FULL : TextStyle.SHORT, Locale.JAPAN);
            case 'h' ->
                padded(
                        halves && time.getHour() % NOON == 0 ? NOON : halves ? time.getHour() % NOON : time.getHour(),
                        length);
            case 's' -> padded(time.getSecond(), length);
            case 'g' -> era(time.toLocalDate(), length);
            default -> padded(yearOfEra(time.toLocalDate()), length);
        };
    }

    private static String month(LocalDateTime time, int length) {
        return switch (length) {
            case 1, 2 -> padded(time.getMonthValue(), length);
            case 3 -> time.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case 4 -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            default -> time.getMonth().getDisplayName(TextStyle.NARROW, Locale.ENGLISH);
        };
    }

    private static String day(LocalDateTime time, int length) {
        return switch (length) {
            case 1, 2 -> padded(time.getDayOfMonth(), length);
            case 3 -> time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            default -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        };
    }

    private static String era(LocalDate day, int length) {
        if (day.isBefore(FIRST_IN_ERAS)) {
            return "";
        }
        JapaneseEra era = JapaneseDate.from(day).getEra();
        int index = era.getValue() - JapaneseEra.MEIJI.getValue();
        List<String> names = length == 1 ? ERA_LETTERS : length == 2 ? ERA_SIGNS : ERAS;
        return index < names.size() ? names.get(index) : era.getDisplayName(TextStyle.FULL, Locale.JAPAN);
    }

    private static int yearOfEra(LocalDate day) {
        return day.isBefore(FIRST_IN_ERAS)
                ? day.getYear()
                : JapaneseDate.from(day).get(ChronoField.YEAR_OF_ERA);
    }

    private static String padded(long number, int digits) {
        String text = String.valueOf(number);
        return "0".repeat(Math.max(0, Math.min(2, digits) - text.length())) + text;
    }
}
