package jp.kyosei.backend.sheet;

import java.util.List;
import java.util.Set;

/**
 * One sheet.
 *
 * @param name as on its tab; empty for text files
 * @param rows those with content, from the top down
 * @param merges areas of merged cells; their content stands in the first cell
 * @param hiddenRows indexes of rows that nobody sees
 * @param hiddenColumns indexes of columns that nobody sees
 */
public record Sheet(
        String name, List<Row> rows, List<Area> merges, Set<Integer> hiddenRows, Set<Integer> hiddenColumns) {
    public Sheet {
        rows = List.copyOf(rows);
        merges = List.copyOf(merges);
        hiddenRows = Set.copyOf(hiddenRows);
        hiddenColumns = Set.copyOf(hiddenColumns);
    }

    /** A sheet of which everything is seen. */
    public Sheet(String name, List<Row> rows, List<Area> merges) {
        this(name, rows, merges, Set.of(), Set.of());
    }

    /**
     * A row.
     *
     * @param index from 0
     * @param cells those with content, from left to right
     */
    public record Row(int index, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** A rectangle of cells; all four are indexes from 0 and included. */
    public record Area(int firstRow, int lastRow, int firstColumn, int lastColumn) {}
}
