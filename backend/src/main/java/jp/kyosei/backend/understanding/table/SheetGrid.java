package jp.kyosei.backend.understanding.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import jp.kyosei.backend.sheet.Cell;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.sheet.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * A sheet's cells by place, as far as they are seen; a merged area answers with its first cell wherever it is asked. It may lie
 * on its side: then its rows are the columns of the sheet.
 */
final class SheetGrid {
    private final String sheet;
    private final boolean turned;
    private final NavigableMap<Integer, NavigableMap<Integer, Cell>> rows;
    /** First cells of merged areas that are not seen themselves. */
    private final Map<Sheet.Area, Cell> covered;

    private final List<Sheet.Area> areas;
    /** By row, the merged areas that touch it. */
    private final Map<Integer, List<Sheet.Area>> merges = new HashMap<>();

    private SheetGrid(
            String sheet,
            boolean turned,
            NavigableMap<Integer, NavigableMap<Integer, Cell>> rows,
            List<Sheet.Area> areas,
            Map<Sheet.Area, Cell> covered) {
        this.sheet = sheet;
        this.turned = turned;
        this.rows = rows;
        this.areas = areas;
        this.covered = covered;
        for (Sheet.Area area : areas) {
            // A merge over thousands of empty rows says nothing of them.
            rows.subMap(area.firstRow(), true, area.lastRow(), true).keySet().forEach(row -> merges.computeIfAbsent(
                            row, any -> new ArrayList<>())
                    .add(area));
        }
    }

    /** What is seen of a sheet. */
    static SheetGrid of(Sheet sheet) {
        NavigableMap<Integer, NavigableMap<Integer, Cell>> rows = new TreeMap<>();
        Map<List<Integer>, Cell> hidden = new HashMap<>();
        for (Sheet.Row row : sheet.rows()) {
            for (Cell cell : row.cells()) {
                if (sheet.hiddenRows().contains(row.index())
                        || sheet.hiddenColumns().contains(cell.column())) {
                    hidden.put(List.of(row.index(), cell.column()), cell);
                } else {
                    rows.computeIfAbsent(row.index(), any -> new TreeMap<>()).put(cell.column(), cell);
                }
            }
        }
        Map<Sheet.Area, Cell> covered = new HashMap<>();
        for (Sheet.Area area : sheet.merges()) {
            Cell first = hidden.get(List.of(area.firstRow(), area.firstColumn()));
            if (first != null) {
                covered.put(area, first);
            }
        }
        return new SheetGrid(sheet.name(), false, rows, sheet.merges(), covered);
    }

    /** The same on its side: what was a column is a row. */
    SheetGrid turned() {
        NavigableMap<Integer, NavigableMap<Integer, Cell>> columns = new TreeMap<>();
        rows.forEach(
                (row, cells) -> cells.forEach((column, cell) -> columns.computeIfAbsent(column, any -> new TreeMap<>())
                        .put(row, new Cell(row, cell.text(), cell.number(), cell.formula()))));
        Map<Sheet.Area, Cell> first = new HashMap<>();
        List<Sheet.Area> over = new ArrayList<>();
        for (Sheet.Area area : areas) {
            int top = area.firstColumn();
            int bottom = area.lastColumn();
            int left = area.firstRow();
            int right = area.lastRow();
            Sheet.Area other = new Sheet.Area(top, bottom, left, right);
            over.add(other);
            Cell cell = covered.get(area);
            if (cell != null) {
                first.put(other, new Cell(area.firstRow(), cell.text(), cell.number(), cell.formula()));
            }
        }
        return new SheetGrid(sheet, !turned, columns, over, first);
    }

    /** Only its columns from the first to the last, and its rows from one on; both included. */
    SheetGrid part(int firstRow, int firstColumn, int lastColumn) {
        NavigableMap<Integer, NavigableMap<Integer, Cell>> some = new TreeMap<>();
        rows.tailMap(firstRow, true).forEach((row, cells) -> {
            NavigableMap<Integer, Cell> those = cells.subMap(firstColumn, true, lastColumn, true);
            if (!those.isEmpty()) {
                some.put(row, those);
            }
        });
        return new SheetGrid(sheet, turned, some, areas, covered);
    }

    String name() {
        return sheet;
    }

    boolean isTurned() {
        return turned;
    }

    /** Indexes of rows with content, from the top down. */
    List<Integer> rowIndexes() {
        return List.copyOf(rows.keySet());
    }

    /** The cells that stand in the row itself, by column. */
    NavigableMap<Integer, Cell> row(int row) {
        return rows.getOrDefault(row, Collections.emptyNavigableMap());
    }

    /** The cell at a place, or the first of the merged area that covers it; none where it is blank. */
    @Nullable
    Cell at(int row, int column) {
        Cell own = row(row).get(column);
        if (own != null) {
            return own;
        }
        Sheet.Area area = merge(row, column);
        if (area == null) {
            return null;
        }
        Cell first = row(area.firstRow()).get(area.firstColumn());
        return first == null ? covered.get(area) : first;
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

    /** Whether a place lies in a merged area that began in a column before. */
    boolean continuesFromLeft(int row, int column) {
        Sheet.Area area = merge(row, column);
        return area != null && area.firstColumn() < column;
    }

    /** The place in the sheet, however the grid lies. */
    CellPlace place(int row, int column) {
        return turned ? new CellPlace(sheet, column, row) : new CellPlace(sheet, row, column);
    }
}
