package jp.kyosei.backend.importing.reading;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.figure.TypedFigure;
import jp.kyosei.backend.figure.TypedFigureParser;
import jp.kyosei.backend.sheet.Cell;
import jp.kyosei.backend.sheet.CellPlace;
import org.jspecify.annotations.Nullable;

/**
 * A figure as it stands where people see it, beside the sheets for programs that say it exactly: on 実績一覧, or as a total in
 * results.csv. It counts where it says another thing than what is stored and than those sheets.
 *
 * @param no of the indicator, as printed
 * @param name of the indicator, as printed
 * @param town the municipality whose part it is, by its name; empty for the whole
 * @param text as a person sees it, without the marks behind it
 */
public record SeenFigure(
        String no, String name, FiscalYear year, String town, TypedFigure figure, String text, CellPlace place) {
    private static final Pattern MARKS = Pattern.compile("[▲＊*\\s]+$");
    private static final Pattern YEAR_BEHIND = Pattern.compile("^(.*?)\\s*[(（]([^()（）]+)[)）]$", Pattern.DOTALL);

    static SeenFigure of(
            String no, String name, String unit, FiscalYear year, String town, Cell cell, CellPlace place) {
        String text = MARKS.matcher(cell.text().strip()).replaceAll("");
        Matcher behind = YEAR_BEHIND.matcher(text);
        Optional<FiscalYear> reference = behind.matches() ? FiscalYear.parse(behind.group(2)) : Optional.empty();
        String alone = reference.isPresent() ? behind.group(1) : text;
        BigDecimal number = cell.number();
        TypedFigure figure = number == null
                ? TypedFigureParser.parse(text, unit)
                : new TypedFigure.Figure(
                        new Observed.Value(FigureCells.value(alone, number)), reference.orElse(null), "");
        return new SeenFigure(no, name, year, town, figure, text, place);
    }

    /** What it says; none where it cannot be understood. */
    public @Nullable Observation observation() {
        return figure.observation().orElse(null);
    }

    /** Whether it is printed as that text, but for widths, spaces, commas, marks and the sign for minus. */
    public boolean isPrintedAs(String other) {
        return folded(text).equals(folded(other));
    }

    /** The same without the year behind the figure. */
    public boolean isPrintedWithoutYearAs(String other) {
        Matcher behind = YEAR_BEHIND.matcher(text);
        boolean ofYear = behind.matches() && FiscalYear.parse(behind.group(2)).isPresent();
        return folded(ofYear ? behind.group(1) : text).equals(folded(other));
    }

    private static String folded(String text) {
        return Normalizer.normalize(MARKS.matcher(text).replaceAll(""), Normalizer.Form.NFKC)
                .replaceAll("[\\s,]", "")
                .replaceAll("[△▲−‐–]", "-");
    }
}
