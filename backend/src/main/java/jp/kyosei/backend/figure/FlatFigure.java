package jp.kyosei.backend.figure;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An {@link Observation} laid out flat, as tables, JSON and workbooks hold it: exactly one of a value, a numerator with its
 * denominator, and a reason is there. The one way out of an observation and back: {@link #of} and {@link #figure}.
 *
 * @param note the words of the person: beside a figure, or of the reason; empty for none
 * @param referenceYear the calendar year of the April of the fiscal year that the figure is really of, where it is another
 */
public record FlatFigure(
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable MissingReason missing,
        String note,
        @Nullable Integer referenceYear) {

    /** The form of a cell in which nothing stands; it is no figure. */
    public static final FlatFigure NOTHING = new FlatFigure(null, null, null, null, "", null);

    /** What is said of a reference year that is no fiscal year. */
    public static final String WESTERN_YEAR = "値の年度は4桁の西暦で指定してください。平成28年度なら 2016 です。";

    static final String DENOMINATOR = "分母は0より大きい数にしてください。対象がなかったときは 0/0 か、理由を指定してください。";

    /** An observation, taken apart. */
    public static FlatFigure of(Observation figure) {
        FiscalYear reference = figure.referenceYear();
        Integer year = reference == null ? null : reference.year();
        return switch (figure.observed()) {
            case Observed.Value(BigDecimal value) -> new FlatFigure(value, null, null, null, figure.note(), year);
            case Observed.Ratio(BigDecimal numerator, BigDecimal denominator) ->
                new FlatFigure(null, numerator, denominator, null, figure.note(), year);
            case Observed.Missing(MissingReason reason, String words) ->
                new FlatFigure(null, null, null, reason, words, year);
        };
    }

    /** The same of a cell that may be empty: {@link #NOTHING} where no observation is. */
    public static FlatFigure ofNullable(@Nullable Observation figure) {
        return figure == null ? NOTHING : of(figure);
    }

    /**
     * The observation.
     *
     * @throws WrongFigureException if not exactly one of value, ratio and reason is there, if half of a ratio is, if a number
     *     is longer than {@value Observed#MAX_DIGITS} digits on either side of the point, a denominator negative, or a
     *     reference year no fiscal year
     */
    public Observation figure() {
        long given = Stream.of(value, numerator == null ? denominator : numerator, missing)
                .filter(part -> part != null)
                .count();
        if (given != 1) {
            throw new WrongFigureException(WrongFigureException.Part.FIGURE, "実績値は、値・分子と分母・把握できない理由のどれか1つで入れてください。");
        }
        if (missing != null) {
            return new Observation(new Observed.Missing(missing, note), reference());
        }
        return new Observation(measured(), reference(), note);
    }

    /** The words beside a measured figure; empty where there are none, and where the figure is missing. */
    public String remark() {
        return missing == null ? note : "";
    }

    /** The words of the reason; empty where there are none, and where the figure is measured. */
    public String explanation() {
        return missing == null ? "" : note;
    }

    private Observed.Measured measured() {
        if (value != null) {
            return new Observed.Value(holdable(WrongFigureException.Part.VALUE, value));
        }
        if (numerator == null || denominator == null) {
            throw new WrongFigureException(
                    numerator == null ? WrongFigureException.Part.NUMERATOR : WrongFigureException.Part.DENOMINATOR,
                    "分子と分母は両方を指定してください。");
        }
        holdable(WrongFigureException.Part.NUMERATOR, numerator);
        holdable(WrongFigureException.Part.DENOMINATOR, denominator);
        if (denominator.signum() < 0) {
            throw new WrongFigureException(WrongFigureException.Part.DENOMINATOR, DENOMINATOR);
        }
        return new Observed.Ratio(numerator, denominator);
    }

    private static BigDecimal holdable(WrongFigureException.Part part, BigDecimal number) {
        if (!Observed.isHoldable(number)) {
            throw new WrongFigureException(part, "桁が多すぎます。整数部も小数部も %d 桁までです。".formatted(Observed.MAX_DIGITS));
        }
        return number;
    }

    private @Nullable FiscalYear reference() {
        if (referenceYear == null) {
            return null;
        }
        if (referenceYear < FiscalYear.FIRST || referenceYear > FiscalYear.LAST) {
            throw new WrongFigureException(WrongFigureException.Part.REFERENCE_YEAR, WESTERN_YEAR);
        }
        return new FiscalYear(referenceYear);
    }
}
