package jp.kyosei.backend.understanding.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.sheet.Book;
import jp.kyosei.backend.sheet.BookKind;
import jp.kyosei.backend.sheet.Cell;
import jp.kyosei.backend.sheet.Sheet;
import jp.kyosei.backend.understanding.Corrections;
import jp.kyosei.backend.understanding.Hints;
import jp.kyosei.backend.understanding.IndicatorLine;
import jp.kyosei.backend.understanding.RememberedHeads;
import jp.kyosei.backend.understanding.UnderstoodBook;
import jp.kyosei.backend.understanding.UnderstoodSheet;

/**
 * A sheet drawn as text: cells between bars, {@code <} merged with the cell at its left, {@code ^} with the one above, a row
 * that begins with {@code ~} hidden. What looks like a number is one.
 */
final class DrawnSheet {
    static final FiscalYear R4 = new FiscalYear(2022);

    private DrawnSheet() {}

    static Sheet sheet(String name, String drawing) {
        List<Sheet.Row> rows = new ArrayList<>();
        Map<List<Integer>, int[]> areas = new HashMap<>();
        Map<List<Integer>, List<Integer>> origins = new HashMap<>();
        Set<Integer> hidden = new HashSet<>();
        List<String> lines = drawing.strip().lines().toList();
        for (int row = 0; row < lines.size(); row++) {
            String line = lines.get(row).strip();
            if (line.startsWith("~")) {
                hidden.add(row);
                line = line.substring(1);
            }
            List<Cell> cells = new ArrayList<>();
            String[] texts = line.split("\\|", -1);
            for (int column = 0; column < texts.length; column++) {
                String text = texts[column].strip();
                List<Integer> here = List.of(row, column);
                if (text.equals("<") || text.equals("^")) {
                    List<Integer> origin =
                            origins.get(text.equals("<") ? List.of(row, column - 1) : List.of(row - 1, column));
                    origins.put(here, origin);
                    int[] area = areas.computeIfAbsent(origin, from -> new int[] {from.get(0), from.get(1)});
                    area[0] = Math.max(area[0], row);
                    area[1] = Math.max(area[1], column);
                } else {
                    origins.put(here, here);
                    if (!text.isEmpty()) {
                        cells.add(cell(column, text));
                    }
                }
            }
            if (!cells.isEmpty()) {
                rows.add(new Sheet.Row(row, cells));
            }
        }
        List<Sheet.Area> merges = areas.entrySet().stream()
                .map(area -> new Sheet.Area(
                        area.getKey().get(0), area.getValue()[0], area.getKey().get(1), area.getValue()[1]))
                .toList();
        return new Sheet(name, rows, merges, hidden, Set.of());
    }

    private static Cell cell(int column, String text) {
        boolean number = text.matches("-?[0-9][0-9,]*(\\.[0-9]+)?");
        return new Cell(column, text, number ? new BigDecimal(text.replace(",", "")) : null, false);
    }

    static UnderstoodBook book(Hints hints, Sheet... sheets) {
        return new BookUnderstanding(hints).understand(new Book(BookKind.XLSX, Arrays.asList(sheets)));
    }

    /** A sheet of an owner's new plan, whose newest actuals are of R4. */
    static UnderstoodSheet understood(String drawing) {
        return understood(drawing, Corrections.NONE);
    }

    static UnderstoodSheet understood(String drawing, Corrections corrections) {
        Hints hints = new Hints(R4, null, Set.of("東町", "西町"), corrections, RememberedHeads.NONE);
        return book(hints, sheet("表", drawing)).sheets().getFirst();
    }

    /** Each indicator as a line: its name, then what is known of it. */
    static List<String> lines(UnderstoodSheet sheet) {
        return sheet.lines().stream().map(DrawnSheet::line).toList();
    }

    static List<String> lines(String drawing) {
        return lines(understood(drawing));
    }

    private static String line(IndicatorLine line) {
        return Stream.concat(
                        Stream.of(line.name() + ":"),
                        line.cells().entrySet().stream()
                                .filter(cell -> cell.getKey().kind().isOfYear())
                                .map(cell -> "%s %s"
                                        .formatted(
                                                cell.getKey().label(),
                                                cell.getValue().text())))
                .reduce((one, more) -> one + " " + more)
                .orElse("");
    }
}
