package jp.kyosei.backend.understanding;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.kyosei.backend.sheet.CellPlace;

/**
 * A sheet as it was understood.
 *
 * @param headerRows the indexes of its header rows, repeated ones included; empty where no table of indicators was found
 * @param columns from left to right; empty where no table was found
 * @param problems what keeps its rows from being understood, each at its cell
 */
public record UnderstoodSheet(
        String name,
        List<Integer> headerRows,
        List<UnderstoodColumn> columns,
        List<IndicatorLine> lines,
        List<SheetProblem> problems) {
    public UnderstoodSheet {
        headerRows = List.copyOf(headerRows);
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
    }

    /** Something at a cell that cannot be understood; says in Japanese what to do. */
    public record SheetProblem(CellPlace place, String message) {}

    /** What stands above each column, by its index. */
    public SortedMap<Integer, String> labels() {
        SortedMap<Integer, String> labels = new TreeMap<>();
        columns.forEach(column -> labels.put(column.index(), column.label()));
        return labels;
    }

    /** Whether it has a table of indicators. */
    public boolean isTable() {
        return !columns.isEmpty();
    }
}
