package jp.kyosei.backend.understanding.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kyosei.backend.sheet.Cell;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.sheet.Sheet;
import jp.kyosei.backend.understanding.Hints;
import jp.kyosei.backend.understanding.UnderstoodSheet;
import jp.kyosei.backend.understanding.UnderstoodTable;
import jp.kyosei.backend.understanding.fate.CellFate;
import jp.kyosei.backend.understanding.fate.Fate;

/**
 * Finds the tables of indicators in a sheet: as they stand, or else lying on their side, or else as a form; of several ways the
 * one by which the most figures are understood.
 */
final class SheetUnderstanding {
    private final Hints hints;
    private final HeadSense sense;

    SheetUnderstanding(Hints hints, HeadSense sense) {
        this.hints = hints;
        this.sense = sense;
    }

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
        return new UnderstoodSheet(
                sheet.name(),
                best.tables(),
                fates(sheet, notes, found),
                notes.questions(),
                notes.problems(),
                notes.leftOut());
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
