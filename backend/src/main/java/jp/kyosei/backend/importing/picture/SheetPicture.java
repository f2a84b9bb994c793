package jp.kyosei.backend.importing.picture;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.sheet.Cell;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.sheet.Sheet;
import jp.kyosei.backend.understanding.UnderstoodSheet;
import jp.kyosei.backend.understanding.fate.CellFate;
import jp.kyosei.backend.understanding.fate.Fate;

/**
 * Some rows of a sheet as people see them, each cell with its fate.
 *
 * @param index of the sheet among those that were understood, from 0
 * @param name of the sheet; empty for text files
 * @param firstColumn the index of the first column with content
 * @param lastColumn the index of the last column shown; beyond {@value #MOST_COLUMNS} columns none is
 * @param from how many rows with content stand above those shown
 * @param whole how many rows with content the sheet has
 * @param counts how many cells of the whole sheet have each fate
 */
public record SheetPicture(
        int index,
        String name,
        int firstColumn,
        int lastColumn,
        int from,
        int whole,
        List<Row> rows,
        Map<Fate, Integer> counts) {
    /** How many rows are shown at once. */
    public static final int MOST_ROWS = 60;

    public static final int MOST_COLUMNS = 60;

    /** Longer texts are cut, for the picture only. */
    private static final int MOST_TEXT = 80;

    public SheetPicture {
        rows = List.copyOf(rows);
        counts = counts.isEmpty() ? Map.of() : Map.copyOf(counts);
    }

    /**
     * A row.
     *
     * @param index from 0
     * @param squares those with content or under a merged one, from left to right; what a merged one covers is left out
     */
    public record Row(int index, List<Square> squares) {
        public Row {
            squares = List.copyOf(squares);
        }
    }

    /**
     * A cell.
     *
     * @param text as people see it
     * @param columns how many it takes
     * @param rows how many of those shown it takes
     * @param said what it became and why, in Japanese
     */
    public record Square(CellPlace place, String text, int columns, int rows, Fate fate, String said) {}

    /**
     * A picture of a sheet.
     *
     * @param from how many rows with content are left out above; the nearest whole page is taken
     */
    public static SheetPicture of(int index, Sheet sheet, UnderstoodSheet understood, int from) {
        Map<CellPlace, CellFate> fates = new HashMap<>();
        Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
        for (CellFate fate : understood.fates()) {
            fates.put(fate.place(), fate);
            counts.merge(fate.fate(), 1, Integer::sum);
        }
        int first = sheet.rows().stream()
                .flatMap(row -> row.cells().stream())
                .mapToInt(Cell::column)
                .min()
                .orElse(0);
        int last = sheet.rows().stream()
                .flatMap(row -> row.cells().stream())
                .mapToInt(Cell::column)
                .max()
                .orElse(0);
        int lastShown = Math.min(last, first + MOST_COLUMNS - 1);
        int start = Math.clamp(from, 0, Math.max(0, sheet.rows().size() - 1)) / MOST_ROWS * MOST_ROWS;
        List<Sheet.Row> shown =
                sheet.rows().stream().skip(start).limit(MOST_ROWS).toList();
        return new SheetPicture(
                index,
                sheet.name(),
                first,
                lastShown,
                start,
                sheet.rows().size(),
                rows(sheet, shown, fates, lastShown),
                counts);
    }

    private static List<Row> rows(Sheet sheet, List<Sheet.Row> shown, Map<CellPlace, CellFate> fates, int lastColumn) {
        List<Integer> indexes = shown.stream().map(Sheet.Row::index).toList();
        Map<Long, Sheet.Area> starts = sheet.merges().stream()
                .collect(Collectors.toMap(
                        area -> key(area.firstRow(), area.firstColumn()), area -> area, (one, other) -> one));
        List<Row> rows = new ArrayList<>();
        for (Sheet.Row row : shown) {
            List<Square> squares = new ArrayList<>();
            for (Cell cell : row.cells()) {
                if (cell.column() > lastColumn) {
                    break;
                }
                CellPlace place = new CellPlace(sheet.name(), row.index(), cell.column());
                Sheet.Area area = starts.get(key(row.index(), cell.column()));
                CellFate fate = Objects.requireNonNullElseGet(
                        fates.get(place), () -> new CellFate(place, Fate.IGNORED, null, null, 1, ""));
                squares.add(new Square(
                        place,
                        cut(cell.text()),
                        area == null ? 1 : Math.min(area.lastColumn(), lastColumn) - area.firstColumn() + 1,
                        area == null
                                ? 1
                                : (int) indexes.stream()
                                        .filter(index -> area.firstRow() <= index && index <= area.lastRow())
                                        .count(),
                        fate.fate(),
                        said(fate)));
            }
            rows.add(new Row(row.index(), squares));
        }
        return rows;
    }

    private static long key(int row, int column) {
        return ((long) row << Integer.SIZE) | column;
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= MOST_TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST_TEXT)) + "…";
    }

    /** {@code R4の実績値（一関市）：見出しの「実績」から}. */
    private static String said(CellFate fate) {
        FiscalYear year = fate.year();
        String what = year == null
                ? fate.fate().label()
                : "%sの%s".formatted(year.shortLabel(), fate.fate().label());
        String whose = fate.town() == null ? "" : "（%s）".formatted(fate.town());
        return fate.because().isEmpty() ? what + whose : "%s%s：%s".formatted(what, whose, fate.because());
    }
}
