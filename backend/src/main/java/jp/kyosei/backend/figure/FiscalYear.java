package jp.kyosei.backend.figure;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Japanese fiscal year (会計年度), April to March, named by the year of its April: 2022 is 令和4年度.
 *
 * <p>A year in which the era changed is named by the new era, as the government does for 令和元年度 (2019); it is read by
 * either name. Plans older than 2019 name later years 平成32年度 and on; those are read, too.
 *
 * @param year the calendar year of its April, {@value #FIRST} to {@value #LAST}
 */
public record FiscalYear(int year) implements Comparable<FiscalYear> {

    /** 明治元年度. */
    public static final int FIRST = 1868;

    public static final int LAST = 2199;

    private static final Pattern WESTERN = Pattern.compile("(?:FY)?(\\d{4})(?:年度?)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern ERA =
            Pattern.compile("(明治|大正|昭和|平成|令和|[MTSHR]\\.?)(元|\\d{1,3})(?:年度?)?", Pattern.CASE_INSENSITIVE);

    public FiscalYear {
        if (!isValid(year)) {
            throw new IllegalArgumentException("A fiscal year lies between " + FIRST + " and " + LAST + ": " + year);
        }
    }

    /** The 31 March with which it ends. */
    public LocalDate lastDay() {
        return LocalDate.of(year + 1, Month.MARCH, 31);
    }

    /** The fiscal year in which a day lies: 31 March 2023 lies in R4, 1 April 2023 in R5. */
    public static FiscalYear of(LocalDate day) {
        return new FiscalYear(day.getMonthValue() < Month.APRIL.getValue() ? day.getYear() - 1 : day.getYear());
    }

    /**
     * Reads what people write: R4, Ｒ４, 令和４年度, 令和元年度, H31, 平成31年度, 2022, 2022年度, with spaces anywhere. Empty when
     * the text is anything else; an abbreviated western year ('22) is not guessed at.
     */
    public static Optional<FiscalYear> parse(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
        Matcher western = WESTERN.matcher(folded);
        if (western.matches()) {
            return valid(Integer.parseInt(western.group(1)));
        }
        Matcher era = ERA.matcher(folded);
        if (era.matches()) {
            int yearOfEra = era.group(2).equals("元") ? 1 : Integer.parseInt(era.group(2));
            return Era.named(era.group(1)).yearOf(yearOfEra).flatMap(FiscalYear::valid);
        }
        return Optional.empty();
    }

    /** H30, R1, R4: for column heads. */
    public String shortLabel() {
        Era era = Era.of(year);
        return era.name() + (year - era.firstYear + 1);
    }

    /** 平成30年度, 令和元年度, 令和4年度: for running text. */
    public String longLabel() {
        Era era = Era.of(year);
        int yearOfEra = year - era.firstYear + 1;
        return era.label + (yearOfEra == 1 ? "元" : yearOfEra) + "年度";
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

    private static Optional<FiscalYear> valid(int year) {
        return isValid(year) ? Optional.of(new FiscalYear(year)) : Optional.empty();
    }

    private static boolean isValid(int year) {
        return year >= FIRST && year <= LAST;
    }

    private enum Era {
        M("明治", 1868, 45),
        T("大正", 1912, 15),
        S("昭和", 1926, 64),
        H("平成", 1989, 99),
        R("令和", 2019, 181);

        private final String label;
        private final int firstYear;
        private final int lastYearRead;

        Era(String label, int firstYear, int lastYearRead) {
            this.label = label;
            this.firstYear = firstYear;
            this.lastYearRead = lastYearRead;
        }

        private static Era of(int year) {
            Era found = M;
            for (Era era : values()) {
                if (era.firstYear <= year) {
                    found = era;
                }
            }
            return found;
        }

        private static Era named(String name) {
            for (Era era : values()) {
                if (era.label.equals(name) || era.name().equalsIgnoreCase(name.substring(0, 1))) {
                    return era;
                }
            }
            throw new IllegalArgumentException("No era has the name " + name);
        }

        private Optional<Integer> yearOf(int yearOfEra) {
            return yearOfEra >= 1 && yearOfEra <= lastYearRead
                    ? Optional.of(firstYear + yearOfEra - 1)
                    : Optional.empty();
        }
    }
}
