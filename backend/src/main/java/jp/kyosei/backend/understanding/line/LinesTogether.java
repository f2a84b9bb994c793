package jp.kyosei.backend.understanding.line;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.ColumnMeaning;
import jp.kyosei.backend.understanding.IndicatorLine;
import jp.kyosei.backend.understanding.LineCell;
import jp.kyosei.backend.understanding.UnderstoodSheet;
import jp.kyosei.backend.understanding.UnderstoodTable;

/**
 * Puts together what several tables of a file say of one indicator, where none says another thing than the other: a wide table
 * cut into pages, or a sheet for each year.
 */
public final class LinesTogether {
    private LinesTogether() {}

    /** Where a line stands: sheet, table, line. */
    private record Spot(int sheet, int table, int line) {}

    /** The same sheets, each indicator with all that is said of it at the first place where it stands. */
    public static List<UnderstoodSheet> of(List<UnderstoodSheet> sheets) {
        Map<String, Spot> first = new HashMap<>();
        List<List<List<IndicatorLine>>> lines = new ArrayList<>();
        for (int sheet = 0; sheet < sheets.size(); sheet++) {
            List<List<IndicatorLine>> ofSheet = new ArrayList<>();
            lines.add(ofSheet);
            List<UnderstoodTable> tables = sheets.get(sheet).tables();
            for (int table = 0; table < tables.size(); table++) {
                List<IndicatorLine> kept = new ArrayList<>();
                ofSheet.add(kept);
                for (IndicatorLine line : tables.get(table).lines()) {
                    Spot known = first.get(key(line));
                    boolean elsewhere = known != null && (known.sheet() != sheet || known.table() != table);
                    List<IndicatorLine> there = known == null || !elsewhere
                            ? List.of()
                            : lines.get(known.sheet()).get(known.table());
                    IndicatorLine before = known == null || there.isEmpty() ? null : there.get(known.line());
                    if (known != null && before != null && agree(before, line)) {
                        there.set(known.line(), together(before, line));
                    } else {
                        first.putIfAbsent(key(line), new Spot(sheet, table, kept.size()));
                        kept.add(line);
                    }
                }
            }
        }
        return rebuilt(sheets, lines);
    }

    private static List<UnderstoodSheet> rebuilt(List<UnderstoodSheet> sheets, List<List<List<IndicatorLine>>> lines) {
        List<UnderstoodSheet> rebuilt = new ArrayList<>();
        for (int sheet = 0; sheet < sheets.size(); sheet++) {
            UnderstoodSheet before = sheets.get(sheet);
            List<UnderstoodTable> tables = new ArrayList<>();
            for (int table = 0; table < before.tables().size(); table++) {
                UnderstoodTable one = before.tables().get(table);
                tables.add(new UnderstoodTable(
                        one.shape(),
                        one.headerRows(),
                        one.columns(),
                        lines.get(sheet).get(table)));
            }
            rebuilt.add(before.withTables(tables));
        }
        return rebuilt;
    }

    private static String key(IndicatorLine line) {
        return line.name() + "\n" + line.text(ColumnKind.UNIT);
    }

    /** Whether both may be of one indicator: what both say is the same, and each says something that the other does not. */
    private static boolean agree(IndicatorLine one, IndicatorLine other) {
        boolean more = false;
        for (Map.Entry<ColumnMeaning, LineCell> cell : other.cells().entrySet()) {
            LineCell same = one.cells().get(cell.getKey());
            if (same != null && !same.text().equals(cell.getValue().text())) {
                return false;
            }
            more |= same == null && cell.getKey().kind().holdsFigures();
        }
        return more
                && (one.sections().isEmpty()
                        || other.sections().isEmpty()
                        || one.sections().equals(other.sections()));
    }

    private static IndicatorLine together(IndicatorLine one, IndicatorLine other) {
        SequencedMap<ColumnMeaning, LineCell> cells = new LinkedHashMap<>(one.cells());
        other.cells().forEach(cells::putIfAbsent);
        return new IndicatorLine(
                one.place(),
                one.sections().isEmpty() ? other.sections() : one.sections(),
                one.name(),
                one.base(),
                one.marked() || other.marked(),
                one.goal() || other.goal(),
                cells);
    }
}
