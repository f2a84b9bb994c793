package jp.kyosei.backend.revision.comparison;

import jp.kyosei.backend.figure.FiscalYear;
import org.jspecify.annotations.Nullable;

/**
 * One field that differs, in words as a paper prints them.
 *
 * @param fiscalYear of a target, and the first of a span; none for other fields
 * @param before 37,000人, 低いほど良い; empty where there was nothing
 * @param after likewise
 */
public record FieldChange(Field field, @Nullable FiscalYear fiscalYear, String before, String after) {
    /** 目標値（令和6年度）. */
    public String label() {
        return fiscalYear == null
                ? field.label()
                : "%s（%s%s）".formatted(field.label(), fiscalYear.longLabel(), field == Field.SPAN ? "から" : "");
    }
}
