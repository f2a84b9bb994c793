package jp.kyosei.backend.understanding;

import org.jspecify.annotations.Nullable;

/**
 * Where a sheet's table is, as a person says who points at it; all are indexes from 0.
 *
 * @param headerRow the first row of its header; none where nobody said
 * @param nameColumn the column of the indicators' names; none where nobody said
 * @param firstDataRow the row of the first indicator; none where nobody said
 */
public record Marks(
        @Nullable Integer headerRow,
        @Nullable Integer nameColumn,
        @Nullable Integer firstDataRow) {
    public static final Marks NONE = new Marks(null, null, null);
}
