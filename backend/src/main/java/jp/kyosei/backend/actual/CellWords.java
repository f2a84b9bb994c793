package jp.kyosei.backend.actual;

import java.util.LinkedHashMap;
import java.util.Map;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** How the audit trail names a cell and writes down what stood in it. */
public final class CellWords {
    private CellWords() {}

    /** R5 034029, or R5 圏域 for the figure of the whole owner. */
    public static String name(FiscalYear year, @Nullable MunicipalityCode town) {
        return year.shortLabel() + " " + (town == null ? "圏域" : town.value());
    }

    static Map<String, Object> of(Observation observation, String note) {
        Map<String, Object> words = new LinkedHashMap<>();
        switch (observation.observed()) {
            case Observed.Value plain -> words.put("value", plain.value());
            case Observed.Ratio ratio -> {
                words.put("numerator", ratio.numerator());
                words.put("denominator", ratio.denominator());
            }
            case Observed.Missing missing -> {
                words.put("missing", missing.reason().name());
                words.put("note", missing.note());
            }
        }
        FiscalYear reference = observation.referenceYear();
        if (reference != null) {
            words.put("referenceYear", reference.year());
        }
        if (!note.isEmpty()) {
            words.put("note", note);
        }
        return words;
    }
}
