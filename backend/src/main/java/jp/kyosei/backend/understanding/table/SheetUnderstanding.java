package jp.kyosei.backend.understanding.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.sheet.Cell;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.sheet.Sheet;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.ColumnMeaning;
import jp.kyosei.backend.understanding.Hints;
import jp.kyosei.backend.understanding.IndicatorLine;
import jp.kyosei.backend.understanding.LineCell;
import jp.kyosei.backend.understanding.UnderstoodSheet;
import jp.kyosei.backend.understanding.UnderstoodTable;
import jp.kyosei.backend.understanding.fate.CellFate;
import jp.kyosei.backend.understanding.fate.Fate;
import jp.kyosei.backend.understanding.unit.UnitName;

/**
 * Finds the tables of indicators in a sheet: as they stand, or else lying on their side, or else as a form; of several ways the
 * one by which the most figures are understood.
 */
final class SheetUnderstanding {
    private static final int MOST_ROWS_ABOVE = 4;
    private static final ColumnMeaning UNIT = ColumnMeaning.of(ColumnKind.UNIT);

    private final Hints hints;
    private final HeadSense sense;

    SheetUnderstanding(Hints hints, HeadSense sense) {
        this.hints = hints;
        this.sense = sense;
    }

    /** （単位：千人） above a table. */
    private record StatedUnit(CellPlace place, String unit) {}

    /** One way to understand a sheet. */
    private record Way(List<UnderstoodTable> tables, SheetNotes notes) {
        /** How many figures it gives to indicators. */
        long taken() {
            return tables.stream()
                    .flatMap(table -> table.lines().stream())
                    .flatMap(line -> line.cells().keySet().stream())
                    .filter(meaning -> meaning.kind().holdsFigures())
                    .count();
        }
    }

    /** Understands a sheet; one without a table of indicators has no tables. */
    UnderstoodSheet understand(Sheet sheet) {
        SheetGrid grid = SheetGrid.of(sheet);
        Way best = asTables(grid, sheet.name());
        if (best.taken() == 0 && grid.rowIndexes().size() > 1) {
            for (Way other :
                    List.of(asForm(grid, sheet.name()), asTables(trimmed(grid).turned(), sheet.name()))) {
                boolean better = other.taken() > best.taken()
                        || (best.taken() == 0
                                && best.tables().isEmpty()
                                && !other.tables().isEmpty());
                best = better ? other : best;
            }
        }
        SheetNotes notes = best.notes();
        hide(sheet, notes);
        boolean found = !best.tables().isEmpty();
        List<UnderstoodTable> tables = best.tables().stream()
                .map(table -> withUnitAbove(grid, table, notes))
                .toList();
        return new UnderstoodSheet(
                sheet.name(), tables, fates(sheet, notes, found), notes.questions(), notes.problems(), notes.leftOut());
    }

    /** The unit of the whole table, where it stands in brackets above its head, is that of the indicators that state none. */
    private static UnderstoodTable withUnitAbove(SheetGrid grid, UnderstoodTable table, SheetNotes notes) {
        boolean down = table.shape() == UnderstoodTable.Shape.DOWN
                && !table.headerRows().isEmpty();
        List<StatedUnit> stated = down ? above(grid, table) : List.of();
        Set<String> units = stated.stream().map(StatedUnit::unit).collect(Collectors.toSet());
        if (units.size() != 1) {
            return table;
        }
        stated.forEach(unit -> notes.fates().say(unit.place(), Fate.UNIT, "表の上にある、表全体の単位です"));
        return new UnderstoodTable(
                table.shape(),
                table.headerRows(),
                table.columns(),
                table.lines().stream()
                        .map(line -> withUnit(line, stated.getFirst()))
                        .toList());
    }

    private static List<StatedUnit> above(SheetGrid grid, UnderstoodTable table) {
        int head = table.headerRows().getFirst();
        return grid.rowIndexes().stream()
                .filter(row -> row < head && row >= head - MOST_ROWS_ABOVE)
                .flatMap(row -> grid.row(row).values().stream().flatMap(cell -> stated(grid, row, cell)))
                .toList();
    }

    private static Stream<StatedUnit> stated(SheetGrid grid, int row, Cell cell) {
        return UnitName.stated(cell.text()).stream()
                .map(UnitName::written)
                .map(unit -> new StatedUnit(grid.place(row, cell.column()), unit));
    }

    private static IndicatorLine withUnit(IndicatorLine line, StatedUnit stated) {
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

    private static List<CellFate> fates(Sheet sheet, SheetNotes notes, boolean found) {
        List<CellPlace> outside = new ArrayList<>();
        for (Sheet.Row row : sheet.rows()) {
            for (Cell cell : row.cells()) {
                CellPlace place = new CellPlace(sheet.name(), row.index(), cell.column());
                if (found && cell.number() == null) {
                    notes.fates().sayOtherwise(place, Fate.REMARK, "表の外の文字です");
                } else if (found && notes.fates().of(place) == null) {
                    outside.add(place);
                }
            }
        }
        if (!outside.isEmpty()) {
            notes.leaveOut(
                    outside.getFirst(),
                    "指標の表の外にある数値（%sなど%d個）は取り込みません。".formatted(outside.getFirst().name(), outside.size()));
        }
        return notes.fates().of(sheet, found ? "表の外の値です" : "指標の表が見つからないシートです");
    }

    private Way asTables(SheetGrid grid, String name) {
        SheetNotes notes = new SheetNotes(name, hints.corrections().answers());
        return new Way(new TableFinder(grid, sense, hints, notes).tables(), notes);
    }

    private Way asForm(SheetGrid grid, String name) {
        SheetNotes notes = new SheetNotes(name, hints.corrections().answers());
        List<LineDraft> drafts = new FormReader(grid, sense, hints, notes).read();
        return new Way(
                drafts.isEmpty()
                        ? List.of()
                        : List.of(new UnderstoodTable(
                                UnderstoodTable.Shape.FORM,
                                List.of(),
                                List.of(),
                                drafts.stream().map(LineDraft::line).toList())),
                notes);
    }

    /** Without the titles above the first row that has several cells. */
    private static SheetGrid trimmed(SheetGrid grid) {
        Optional<Integer> first = grid.rowIndexes().stream()
                .filter(row -> grid.row(row).size() > 1)
                .findFirst();
        return first.map(row -> grid.part(row, 0, Integer.MAX_VALUE)).orElse(grid);
    }

    /** What nobody sees is not taken, and said. */
    private static void hide(Sheet sheet, SheetNotes notes) {
        List<Integer> columns = new ArrayList<>();
        for (Sheet.Row row : sheet.rows()) {
            boolean hiddenRow = sheet.hiddenRows().contains(row.index());
            for (Cell cell : row.cells()) {
                boolean hiddenColumn = sheet.hiddenColumns().contains(cell.column());
                CellPlace place = new CellPlace(sheet.name(), row.index(), cell.column());
                if (hiddenRow || hiddenColumn) {
                    notes.fates().say(place, Fate.HIDDEN, hiddenRow ? "非表示の行です" : "非表示の列です");
                }
                if (hiddenColumn && !columns.contains(cell.column())) {
                    columns.add(cell.column());
                    notes.leaveOut(place, "非表示の列は取り込みません。取り込むときは、表示してから保存し直してください。");
                }
            }
            if (hiddenRow && !row.cells().isEmpty()) {
                notes.leaveOut(
                        new CellPlace(
                                sheet.name(),
                                row.index(),
                                row.cells().getFirst().column()),
                        "非表示の行「%s」は取り込みません。取り込むときは、表示してから保存し直してください。"
                                .formatted(row.cells().getFirst().text().strip()));
            }
        }
    }
}
