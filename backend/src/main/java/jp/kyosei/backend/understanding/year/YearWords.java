package jp.kyosei.backend.understanding.year;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kyosei.backend.figure.FiscalYear;

/**
 * Finds the fiscal years that a text names: R4, 令和4年度末, 令4, 2022, '22, R5.3.31現在 and R7.3 (by their month), 平成32年, spans
 * as R2～R6 and 令和2～6年度. A bare 4年度 or 22年度 belongs to the era that puts it nearest to the years around it.
 */
public final class YearWords {
    private static final Pattern CIRCLED = Pattern.compile("[①-⑳⓪㉑-㊿❶-❿]");
    private static final Pattern WAVES = Pattern.compile("[〜～∼˜]");
    private static final Pattern DASHES = Pattern.compile("[‐‑‒–—―−－ｰ]");

    private static final String ERA =
            "(?:令和|平成|昭和|大正|(?<![\\p{IsHan}])[令平昭](?=元|[0-9])|(?<![a-z])[rhs]\\.?)(?:元|[0-9]{1,2})(?![0-9])";
    private static final String WESTERN =
            "(?<![0-9.,])(?:fy)?(?:19|20)[0-9]{2}(?![0-9])|(?<![a-z0-9])['’][0-9]{2}(?![0-9])";
    private static final String DAY =
            "(?:年(?=[0-9]{1,2}月)|[./])(?<month>1[0-2]|0?[1-9])(?![0-9])(?:月|[./](?=[0-9]))?(?:(?<day>[12][0-9]|3[01]|0?[1-9])(?![0-9])日?)?";
    private static final String ISO = "-(?<isomonth>0[1-9]|1[0-2])-(?<isoday>[0-3][0-9])(?![0-9])";
    private static final String BARE = "(?<![0-9.,第])(?:元|[0-9]{1,2})年度(?!目)";
    private static final Pattern YEAR = Pattern.compile("(?<named>" + ERA + "|" + WESTERN + ")(?:" + DAY + "|" + ISO
            + "|年度?)?(?!年(?:間|目|生|代|以内))" + "|(?<bare>" + BARE + ")");
    private static final Pattern TO = Pattern.compile("(?:年度?)?(?:~|-|から|→|⇒|乃至|至)(?:第)?");
    private static final Pattern SHORT_END =
            Pattern.compile("(?<![0-9])(?:元|[0-9]{1,2})(?![0-9.,])(?:年度?)?(?!間|目[^標]|生|月|日)");

    /** How much nearer a year counts if it is of an era that the sheet names. */
    private static final int SAME_ERA = 8;

    /** So many years must lie between the best and the next reading of a bare year. */
    private static final int CLEAR = 4;

    private static final double SURE = 0.95;
    private static final double LIKELY = 0.85;
    private static final double DOUBTFUL = 0.6;

    private final FiscalYear newest;
    private final List<String> eras;

    /**
     * @param newest the fiscal year of the newest actuals
     * @param around other labels of the same sheet, which show the era that bare years are of
     */
    public YearWords(FiscalYear newest, Collection<String> around) {
        this.newest = newest;
        this.eras = eras(around);
    }

    /** As all that is read here is written: narrow, small letters, one wave, one dash, no blanks, no circled numbers. */
    public static String folded(String text) {
        String plain = Normalizer.normalize(CIRCLED.matcher(text).replaceAll(""), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
        String waved = WAVES.matcher(plain).replaceAll("~");
        return DASHES.matcher(waved).replaceAll("-").replaceAll("[\\s\\p{Z}\\p{Cf}]+", "");
    }

    /** The text, already {@link #folded}, with □ for its years. */
    public String without(String folded) {
        StringBuilder rest = new StringBuilder();
        int from = 0;
        for (YearReading year : in(folded)) {
            rest.append(folded, from, year.start()).append('□');
            from = year.end();
        }
        return rest.append(folded.substring(from)).toString();
    }

    /** The years of a text from left to right; spans count as one. */
    public List<YearReading> in(String text) {
        String folded = folded(text);
        List<YearReading> found = new ArrayList<>();
        Matcher matcher = YEAR.matcher(folded);
        int from = 0;
        while (matcher.find(from)) {
            int end = matcher.end();
            Optional<YearReading> year = single(matcher);
            if (year.isPresent()) {
                YearReading whole = spanFrom(folded, year.get(), matcher.group());
                found.add(whole);
                end = whole.end();
            }
            from = Math.max(end, matcher.start() + 1);
        }
        return List.copyOf(found);
    }

    private Optional<YearReading> single(Matcher matcher) {
        int start = matcher.start();
        int end = matcher.end();
        if (matcher.group("bare") != null) {
            return bare(matcher.group("bare")).map(guess -> guess.at(matcher.group(), start, end));
        }
        String month = matcher.group("month") == null ? matcher.group("isomonth") : matcher.group("month");
        String day = matcher.group("day") == null ? matcher.group("isoday") : matcher.group("day");
        Optional<FiscalYear> named = named(matcher.group("named"));
        if (month == null || named.isEmpty()) {
            return named.map(year -> new YearReading(year, year, matcher.group(), start, end, SURE, false));
        }
        return ofDay(named.get().year(), Integer.parseInt(month), day == null ? 1 : Integer.parseInt(day))
                .map(year -> new YearReading(
                        year,
                        year,
                        matcher.group(),
                        start,
                        end,
                        Integer.parseInt(month) == Month.MARCH.getValue() ? SURE : LIKELY,
                        true));
    }

    private static Optional<FiscalYear> ofDay(int year, int month, int day) {
        try {
            return Optional.of(FiscalYear.of(LocalDate.of(year, month, day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<FiscalYear> named(String written) {
        String plain = written.startsWith("'") || written.startsWith("’") ? "20" + written.substring(1) : written;
        return FiscalYear.parse(plain.replaceFirst("^令(?!和)", "令和")
                .replaceFirst("^平(?!成)", "平成")
                .replaceFirst("^昭(?!和)", "昭和"));
    }

    /** A year and what follows it, as far as they make a span. */
    private YearReading spanFrom(String folded, YearReading first, String written) {
        Matcher to = TO.matcher(folded).region(first.end(), folded.length());
        if (first.ofMonth() || !to.lookingAt()) {
            return first;
        }
        int from = to.end();
        Matcher second = YEAR.matcher(folded).region(from, folded.length());
        second.useTransparentBounds(true);
        Optional<YearReading> last =
                second.lookingAt() && second.group("bare") == null ? single(second) : Optional.empty();
        if (last.isEmpty()) {
            Matcher end = SHORT_END.matcher(folded).region(from, folded.length());
            end.useTransparentBounds(true);
            last = end.lookingAt() ? sameKind(written, end.toMatchResult()) : Optional.empty();
        }
        return last.filter(end -> end.last().compareTo(first.first()) > 0)
                .map(end -> new YearReading(
                        first.first(),
                        end.last(),
                        folded.substring(first.start(), end.end()),
                        first.start(),
                        end.end(),
                        Math.min(first.certainty(), end.certainty()),
                        false))
                .orElse(first);
    }

    /** The 6 of 令和2～6年度 is of the era of the 2. */
    private Optional<YearReading> sameKind(String first, MatchResult end) {
        String digits = end.group().replaceFirst("年度?$", "");
        String era = first.replaceFirst("(?:元|[0-9]+)(?:年度?)?$", "");
        String written =
                era.isEmpty() && first.matches("(?:19|20)[0-9]{2}.*") ? first.substring(0, 2) + digits : era + digits;
        Optional<FiscalYear> year = written.equals(digits) ? bare(digits).map(Guess::year) : named(written);
        return year.map(known -> new YearReading(known, known, end.group(), end.start(), end.end(), LIKELY, false));
    }

    private record Guess(FiscalYear year, double certainty) {
        YearReading at(String written, int start, int end) {
            return new YearReading(year, year, written, start, end, certainty, false);
        }
    }

    /** 4年度: of the era that puts it nearest to the newest actuals, those of an era named around it first. */
    private Optional<Guess> bare(String written) {
        String digits = written.replaceFirst("年度?$", "");
        List<Guess> guesses = new ArrayList<>();
        for (String era : List.of("r", "h", "s", "20")) {
            boolean western = era.equals("20");
            if (western && digits.length() != 2) {
                continue;
            }
            FiscalYear.parse(era + digits)
                    .ifPresent(
                            year -> guesses.add(new Guess(year, distance(year) - (eras.contains(era) ? SAME_ERA : 0))));
        }
        guesses.sort((one, other) -> Double.compare(one.certainty(), other.certainty()));
        if (guesses.isEmpty()) {
            return Optional.empty();
        }
        boolean clear = guesses.size() == 1
                || guesses.stream()
                        .filter(other -> !other.year().equals(guesses.getFirst().year()))
                        .allMatch(
                                other -> other.certainty() - guesses.getFirst().certainty() >= CLEAR);
        return Optional.of(new Guess(guesses.getFirst().year(), clear ? LIKELY : DOUBTFUL));
    }

    private int distance(FiscalYear year) {
        return Math.abs(year.year() - newest.year());
    }

    private static List<String> eras(Collection<String> around) {
        List<String> eras = new ArrayList<>();
        for (String text : around) {
            Matcher matcher = YEAR.matcher(folded(text));
            while (matcher.find()) {
                String named = matcher.group("named");
                if (named != null) {
                    era(named).ifPresent(eras::add);
                }
            }
        }
        return eras;
    }

    private static Optional<String> era(String named) {
        OptionalInt first = named.codePoints().findFirst();
        return first.isEmpty()
                ? Optional.empty()
                : switch (first.getAsInt()) {
                    case '令', 'r' -> Optional.of("r");
                    case '平', 'h' -> Optional.of("h");
                    case '昭', 's' -> Optional.of("s");
                    case '1', '2', 'f', '\'', '’' -> Optional.of("20");
                    default -> Optional.empty();
                };
    }
}
