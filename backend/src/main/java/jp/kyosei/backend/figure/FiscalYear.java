package jp.kyosei.backend.figure;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Japanese fiscal year (年度), named by the calendar year of its April: 2022 is 令和4年度.
 *
 * <p>2019 is written R1 and 令和元年度 though April 2019 still was 平成31年; papers print both, and both are read.
 *
 * @param year 1989 (平成元年度) to 2199
 */
public record FiscalYear(int year) implements Comparable<FiscalYear> {
    private static final int FIRST = 1989;
    private static final int LAST = 2199;
    private static final int BEFORE_HEISEI = 1988;
    private static final int BEFORE_REIWA = 2018;

    private static final Pattern ERA = Pattern.compile("(?:(令和|R|r)|(?:平成|H|h))\\s*(元|[0-9]{1,3})\\s*(?:年度?)?");
    private static final Pattern WESTERN = Pattern.compile("([0-9]{4})\\s*(?:年度?)?");

    /** @throws IllegalArgumentException if the year is out of range */
    public FiscalYear {
        if (year < FIRST || year > LAST) {
            throw new IllegalArgumentException("年度は%d から %d までです: %d".formatted(FIRST, LAST, year));
        }
    }

    /** The fiscal year that contains the date: it begins on 1 April. */
    public static FiscalYear of(LocalDate date) {
        return new FiscalYear(date.getMonthValue() < Month.APRIL.getValue() ? date.getYear() - 1 : date.getYear());
    }

    /** Reads a year as people write it: {@code R4}, {@code Ｒ４}, {@code 令和元年度}, {@code H31}, {@code 2022}. */
    public static Optional<FiscalYear> parse(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        Matcher era = ERA.matcher(plain);
        if (era.matches()) {
            int number = era.group(2).equals("元") ? 1 : Integer.parseInt(era.group(2));
            boolean reiwa = era.group(1) != null;
            boolean exists = number >= 1 && (reiwa || number <= 31);
            return exists ? within((reiwa ? BEFORE_REIWA : BEFORE_HEISEI) + number) : Optional.empty();
        }
        Matcher western = WESTERN.matcher(plain);
        return western.matches() ? within(Integer.parseInt(western.group(1))) : Optional.empty();
    }

    private static Optional<FiscalYear> within(int year) {
        return year >= FIRST && year <= LAST ? Optional.of(new FiscalYear(year)) : Optional.empty();
    }

    /** As a column head prints it: {@code H30}, {@code R1}, {@code R4}. */
    public String shortLabel() {
        return year > BEFORE_REIWA ? "R" + (year - BEFORE_REIWA) : "H" + (year - BEFORE_HEISEI);
    }

    /** In full: 平成30年度, 令和元年度, 令和4年度. */
    public String longLabel() {
        int number = year > BEFORE_REIWA ? year - BEFORE_REIWA : year - BEFORE_HEISEI;
        return (year > BEFORE_REIWA ? "令和" : "平成") + (number == 1 ? "元" : Integer.toString(number)) + "年度";
    }

    public FiscalYear next() {
        return new FiscalYear(year + 1);
    }

    public FiscalYear previous() {
        return new FiscalYear(year - 1);
    }

    @Override
    public int compareTo(FiscalYear other) {
        return Integer.compare(year, other.year);
    }
}
