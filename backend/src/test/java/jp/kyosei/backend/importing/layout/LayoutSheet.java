package jp.kyosei.backend.importing.layout;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.sheet.Sheet;

/**
 * A sheet of a layout.
 *
 * @param hiddenRows indexes from 0
 * @param hiddenColumns indexes from 0
 */
record LayoutSheet(
        String name,
        boolean hidden,
        List<LayoutCell> cells,
        List<Sheet.Area> merges,
        Set<Integer> hiddenRows,
        Set<Integer> hiddenColumns) {
    LayoutSheet {
        cells = List.copyOf(cells);
        merges = List.copyOf(merges);
        hiddenRows = Set.copyOf(hiddenRows);
        hiddenColumns = Set.copyOf(hiddenColumns);
    }

    /** The cell that a person sees at a place, which may be a merged one. */
    Optional<LayoutCell> at(int row, int column) {
        Sheet.Area area = area(row, column);
        return cells.stream()
                .filter(cell -> cell.row() == area.firstRow() && cell.column() == area.firstColumn())
                .findFirst();
    }

    /** The merged area over a place, or the place alone. */
    Sheet.Area area(int row, int column) {
        return merges.stream()
                .filter(area -> area.firstRow() <= row
                        && row <= area.lastRow()
                        && area.firstColumn() <= column
                        && column <= area.lastColumn())
                .findFirst()
                .orElse(new Sheet.Area(row, row, column, column));
    }

    CellPlace place(LayoutCell cell) {
        return new CellPlace(name, cell.row(), cell.column());
    }

    int lastRow() {
        return cells.stream().mapToInt(LayoutCell::row).max().orElse(-1);
    }

    int lastColumn() {
        return cells.stream().mapToInt(LayoutCell::column).max().orElse(-1);
    }

    LayoutSheet with(List<LayoutCell> otherCells) {
        return new LayoutSheet(name, hidden, otherCells, merges, hiddenRows, hiddenColumns);
    }
}
