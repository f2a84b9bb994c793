package jp.kyosei.backend.importing.reading;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.figure.TypedFigure;
import jp.kyosei.backend.figure.TypedFigureParser;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.understanding.LineCell;
import org.jspecify.annotations.Nullable;

/** Reads the cells of figures: a number as it is stored, a text as a person would type it, several towns' in one. */
final class FigureCells {
    private static final int PERCENT_DIGITS = 2;
    private static final int FEWEST_TOWNS = 2;

    /** None where the owner has no member municipalities. */
    private final @Nullable Pattern towns;

    private final Map<String, MunicipalityCode> codes;

    /** @param codes the municipalities that may be named within a cell, by name */
    FigureCells(Map<String, MunicipalityCode> codes) {
        this.codes = Map.copyOf(codes);
        this.towns = codes.size() < FEWEST_TOWNS
                ? null
                : Pattern.compile(codes.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|", "(", ")"))
                        + "\\s*[:：は]?\\s*([0-9０-９,，.．△▲−-]+\\s*[%％]?(?:\\s*[(（][^)）]*[)）])?)");
    }

    /** @param unit of the indicator; empty where it is not known */
    CellReading read(LineCell cell, String unit) {
        BigDecimal number = cell.number();
        if (number != null) {
            return new CellReading.One(
                    new TypedFigure.Figure(new Observed.Value(value(cell.text(), number)), null, ""));
        }
        SequencedMap<MunicipalityCode, TypedFigure> parts = parts(cell.text(), unit);
        return parts.size() >= FEWEST_TOWNS
                ? new CellReading.OfTowns(parts)
                : new CellReading.One(TypedFigureParser.parse(cell.text(), unit));
    }

    private SequencedMap<MunicipalityCode, TypedFigure> parts(String text, String unit) {
        SequencedMap<MunicipalityCode, TypedFigure> parts = new LinkedHashMap<>();
        if (towns != null) {
            Matcher matcher = towns.matcher(text);
            while (matcher.find()) {
                parts.put(
                        Objects.requireNonNull(codes.get(matcher.group(1))),
                        TypedFigureParser.parse(matcher.group(2), unit));
            }
        }
        return parts;
    }

    /**
     * The number with the decimals that a person sees: 57 shown as 57.0 was entered as 57.0, 0.882 shown as 88.2% is 88.2.
     * Where more is stored than shown, what is stored counts.
     */
    static BigDecimal value(String text, BigDecimal stored) {
        boolean percent = text.strip().endsWith("%");
        BigDecimal exact = percent ? stored.movePointRight(PERCENT_DIGITS) : stored;
        if (TypedFigureParser.parse(percent ? text.strip().replaceFirst("%$", "") : text)
                        instanceof TypedFigure.Figure(Observed.Value(BigDecimal shown), var year, var note)
                && year == null
                && shown.compareTo(exact) == 0) {
            return shown;
        }
        BigDecimal plain = exact.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
