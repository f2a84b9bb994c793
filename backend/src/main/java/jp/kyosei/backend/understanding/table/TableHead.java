package jp.kyosei.backend.understanding.table;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.UnderstoodColumn;
import jp.kyosei.backend.understanding.line.Stacking;
import org.jspecify.annotations.Nullable;

/**
 * What a table's columns hold.
 *
 * @param columns by their index
 * @param neutral columns of a year of which the row says what they hold
 * @param asked columns about which a question is open
 * @param stacking what the rows of an indicator hold by their order; none where nothing says so
 * @param notes what is to be asked and said of the table, if it is one of indicators
 */
record TableHead(
        SortedMap<Integer, UnderstoodColumn> columns,
        TableRoles roles,
        Set<Integer> neutral,
        Set<Integer> asked,
        @Nullable Stacking stacking,
        SheetNotes notes) {

    List<Integer> indexesOf(ColumnKind kind) {
        return columns.values().stream()
                .filter(column -> column.meaning().is(kind))
                .map(UnderstoodColumn::index)
                .toList();
    }

    boolean isNamed() {
        return !roles.names().isEmpty();
    }

    /** Whether it may be a table of indicators: its figures are surely such, or its names are. */
    boolean isOfIndicators() {
        boolean certain = columns.values().stream()
                        .anyMatch(column -> column.meaning().kind().holdsFigures() && !asked.contains(column.index()))
                || !neutral.isEmpty();
        return holdsFigures() && (certain || (isNamed() && !roles.assumed()));
    }

    /** Whether some of its columns hold figures, or what was published of them. */
    private boolean holdsFigures() {
        return columns.values().stream()
                .anyMatch(column -> column.meaning().kind().holdsFigures()
                        || column.meaning().is(ColumnKind.GRADE)
                        || column.meaning().is(ColumnKind.UNIT)
                        || neutral.contains(column.index())
                        || asked.contains(column.index()));
    }
}
