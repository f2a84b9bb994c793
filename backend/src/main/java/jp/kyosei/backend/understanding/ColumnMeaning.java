package jp.kyosei.backend.understanding;

import jp.kyosei.backend.figure.FiscalYear;
import org.jspecify.annotations.Nullable;

/**
 * What a column holds, and of which fiscal year.
 *
 * @param year none for columns that belong to no year, and where the header does not say
 */
public record ColumnMeaning(ColumnKind kind, @Nullable FiscalYear year) {
    static final ColumnMeaning IGNORED = new ColumnMeaning(ColumnKind.IGNORED, null);

    public static ColumnMeaning of(ColumnKind kind) {
        return new ColumnMeaning(kind, null);
    }

    boolean is(ColumnKind wanted) {
        return kind == wanted;
    }
}
