package jp.kyosei.backend.understanding.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.sheet.Cell;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.ColumnMeaning;
import jp.kyosei.backend.understanding.IndicatorLine;
import jp.kyosei.backend.understanding.LineCell;
import jp.kyosei.backend.understanding.UnderstoodTable;
import jp.kyosei.backend.understanding.fate.Fate;
import jp.kyosei.backend.understanding.unit.UnitName;

/** The unit of a whole table, where it stands in brackets above its head: （単位：千人）. */
final class UnitAbove {
    private static final int MOST_ROWS_ABOVE = 4;
    private static final ColumnMeaning UNIT = ColumnMeaning.of(ColumnKind.UNIT);

    private record Stated(CellPlace place, String unit) {}

    private UnitAbove() {}

    /** The tables, their indicators with the unit unless they state one themselves. */
    static List<UnderstoodTable> given(SheetGrid grid, List<UnderstoodTable> tables, SheetNotes notes) {
        return tables.stream().map(table -> given(grid, table, notes)).toList();
    }

    private static UnderstoodTable given(SheetGrid grid, UnderstoodTable table, SheetNotes notes) {
        boolean down = table.shape() == UnderstoodTable.Shape.DOWN
                && !table.headerRows().isEmpty();
        List<Stated> stated = down ? above(grid, table) : List.of();
        Set<String> units = stated.stream().map(Stated::unit).collect(Collectors.toSet());
        if (units.size() != 1) {
            return table;
        }
        stated.forEach(unit -> notes.fates().say(unit.place(), Fate.UNIT, "表の上にある、表全体の単位です"));
        return new UnderstoodTable(
                table.shape(),
                table.headerRows(),
                table.columns(),
                table.lines().stream()
                        .map(line -> given(line, stated.getFirst()))
                        .toList());
    }

    private static List<Stated> above(SheetGrid grid, UnderstoodTable table) {
        int head = table.headerRows().getFirst();
        return grid.rowIndexes().stream()
                .filter(row -> row < head && row >= head - MOST_ROWS_ABOVE)
                .flatMap(row -> grid.row(row).values().stream().flatMap(cell -> stated(grid, row, cell)))
                .toList();
    }

    private static Stream<Stated> stated(SheetGrid grid, int row, Cell cell) {
        return UnitName.stated(cell.text()).stream()
                .map(UnitName::written)
                .map(unit -> new Stated(grid.place(row, cell.column()), unit));
    }

    private static IndicatorLine given(IndicatorLine line, Stated stated) {
        boolean own =
                line.cells().containsKey(UNIT) || UnitName.atEndOf(line.name()).isPresent();
        if (own) {
            return line;
        }
        SequencedMap<ColumnMeaning, LineCell> cells = new LinkedHashMap<>(line.cells());
        cells.put(UNIT, new LineCell(stated.place(), stated.unit(), null));
        return new IndicatorLine(
                line.place(), line.sections(), line.name(), line.base(), line.marked(), line.goal(), cells);
    }
}
