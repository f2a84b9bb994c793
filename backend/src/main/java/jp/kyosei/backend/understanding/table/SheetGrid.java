package jp.kyosei.backend.understanding.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import jp.kyosei.backend.sheet.Cell;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.sheet.Sheet;
import org.jspecify.annotations.Nullable;

/** A sheet's cells by place; a merged area answers with its first cell wherever it is asked. */
final class SheetGrid {
    private final Sheet sheet;
    private final NavigableMap<Integer, NavigableMap<Integer, Cell>> rows = new TreeMap<>();
    /** By row, the merged areas that touch it. */
    private final Map<Integer, List<Sheet.Area>> merges = new HashMap<>();

    SheetGrid(Sheet sheet) {
        this.sheet = sheet;
        for (Sheet.Row row : sheet.rows()) {
            NavigableMap<Integer, Cell> cells = new TreeMap<>();
            row.cells().forEach(cell -> cells.put(cell.column(), cell));
            rows.put(row.index(), cells);
        }
        for (Sheet.Area area : sheet.merges()) {
            // A merge over thousands of empty rows says nothing of them.
            rows.subMap(area.firstRow(), true, area.lastRow(), true).keySet().forEach(row -> merges.computeIfAbsent(
                            row, any -> new ArrayList<>())
                    .add(area));
        }
    }

    String name() {
        return sheet.name();
    }

    /** Indexes of rows with content, from the top down. */
    List<Integer> rowIndexes() {
        return List.copyOf(rows.keySet());
    }

    /** The cells that stand in the row itself, by column. */
    NavigableMap<Integer, Cell> row(int row) {
        return rows.getOrDefault(row, new TreeMap<>());
    }

    /** The cell at a place, or the first of the merged area that covers it; none where it is blank. */
    @Nullable
    Cell at(int row, int column) {
        Cell own = row(row).get(column);
        if (own != null) {
            return own;
        }
        Sheet.Area area = merge(row, column);
        return area == null ? null : row(area.firstRow()).get(area.firstColumn());
    }

    /** The merged area that covers a place. */
    Sheet.@Nullable Area merge(int row, int column) {
        for (Sheet.Area area : merges.getOrDefault(row, List.of())) {
            if (area.firstRow() <= row
                    && row <= area.lastRow()
                    && area.firstColumn() <= column
                    && column <= area.lastColumn()) {
                return area;
            }
        }
        return null;
    }

    /** Whether a place lies in a merged area that began in a row above. */
    boolean continuesFromAbove(int row, int column) {
        Sheet.Area area = merge(row, column);
        return area != null && area.firstRow() < row;
    }

    CellPlace place(int row, int column) {
        return new CellPlace(sheet.name(), row, column);
    }
}
