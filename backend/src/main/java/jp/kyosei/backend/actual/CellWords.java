package jp.kyosei.backend.actual;

import java.util.LinkedHashMap;
import java.util.Map;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.FlatFigure;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** How the audit trail names a cell and writes down what stood in it. */
public final class CellWords {
    private CellWords() {}

    /** R5 034029, or R5 圏域 for the figure of the whole owner. */
    public static String name(FiscalYear year, @Nullable MunicipalityCode town) {
        return year.shortLabel() + " " + (town == null ? "圏域" : town.value());
    }

    /** Nothing for an empty cell. */
    static Map<String, Object> of(@Nullable Observation observation) {
        FlatFigure figure = FlatFigure.ofNullable(observation);
        Map<String, Object> words = new LinkedHashMap<>();
        put(words, "value", figure.value());
        put(words, "numerator", figure.numerator());
        put(words, "denominator", figure.denominator());
        MissingReason missing = figure.missing();
        put(words, "missing", missing == null ? null : missing.name());
        put(words, "referenceYear", figure.referenceYear());
        // Of a reason even the blank words are written down, as ever: entries of before and of now read alike.
        put(words, "note", missing == null && figure.note().isEmpty() ? null : figure.note());
        return words;
    }

    private static void put(Map<String, Object> words, String name, @Nullable Object value) {
        if (value != null) {
            words.put(name, value);
        }
    }
}
