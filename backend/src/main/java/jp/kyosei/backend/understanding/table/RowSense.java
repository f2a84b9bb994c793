package jp.kyosei.backend.understanding.table;

import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.ColumnMeaning;
import org.jspecify.annotations.Nullable;

/**
 * What a row says of its figures.
 *
 * @param kind what they are; {@link ColumnKind#IGNORED} where it is something that is not taken, none where it says nothing
 * @param town whose they are; none where it says nothing
 * @param because why, one clause in Japanese; empty where it says nothing
 */
record RowSense(@Nullable ColumnKind kind, @Nullable String town, String because) {
    static final RowSense SILENT = new RowSense(null, null, "");

    /**
     * What a cell of the row means below a column; {@link ColumnMeaning#IGNORED} where row and column contradict each other.
     *
     * @param neutral whether the column names a year alone
     * @param spans whether the cell stands for several rows of the indicator
     */
    ColumnMeaning below(ColumnMeaning column, boolean neutral, boolean spans) {
        ColumnKind of = column.kind();
        if (!of.isOfYear()) {
            return column;
        }
        ColumnMeaning mine =
                town == null || spans || column.town() != null || !of.holdsFigures() ? column : column.ofTown(town);
        if (kind == null || spans) {
            return mine;
        }
        if (neutral) {
            return kind == ColumnKind.IGNORED
                    ? ColumnMeaning.IGNORED
                    : new ColumnMeaning(kind, mine.year(), kind.holdsFigures() ? mine.town() : null);
        }
        boolean agrees = kind == of || of == ColumnKind.BASELINE || !of.holdsFigures();
        return agrees ? mine : ColumnMeaning.IGNORED;
    }
}
