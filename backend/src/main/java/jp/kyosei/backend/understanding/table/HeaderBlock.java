package jp.kyosei.backend.understanding.table;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import jp.kyosei.backend.sheet.Cell;
import jp.kyosei.backend.sheet.Sheet;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.HeaderWords;

/**
 * The rows of a header, wherever they stand in a sheet.
 *
 * @param firstRow index of its first row
 * @param lastRow index of its last row
 * @param labels what stands above each column, by column
 */
record HeaderBlock(int firstRow, int lastRow, SortedMap<Integer, String> labels) {
    private static final int LONGEST_LABEL = 60;
    private static final int FEWEST_KINDS = 3;
    private static final int MOST_ROWS = 5;
    /** A figure in a text file, where every cell is text. */
    private static final Pattern FIGURE = Pattern.compile("[-+△▲−]?[0-9０-９][0-9０-９,.，．]*[%％]?(?:\\s*[(（].*[)）])?");

    /** What a formula row under a header holds: a, f/z, f-e. */
    private static final Pattern FORMULA =
            Pattern.compile("[(（]?[A-Za-zａ-ｚ](?:\\s*[-/⇒→÷−]\\s*[A-Za-zａ-ｚ])?.{0,4}[)）]?");

    /** The block that begins in a row; empty where the row is no header. */
    static Optional<HeaderBlock> beginningAt(SheetGrid grid, int row) {
        if (!looksLikeHeader(grid, row)) {
            return Optional.empty();
        }
        int last = row;
        while (last - row + 1 < MOST_ROWS && continuesHeader(grid, last + 1)) {
            last++;
        }
        return Optional.of(new HeaderBlock(row, last, labels(grid, row, last)));
    }

    /** Whether its table is one of indicators: it has a column for their names, and some for figures or units. */
    boolean isOfIndicators() {
        Set<ColumnKind> kinds = kinds(labels.values());
        return kinds.contains(ColumnKind.INDICATOR)
                && (kinds.contains(ColumnKind.UNIT)
                        || kinds.stream().anyMatch(ColumnKind::holdsFigures)
                        || kinds.contains(ColumnKind.GRADE));
    }

    private static boolean looksLikeHeader(SheetGrid grid, int row) {
        List<String> labels = new ArrayList<>();
        for (Cell cell : grid.row(row).values()) {
            if (cell.text().length() > LONGEST_LABEL || isFigure(cell)) {
                return false;
            }
            labels.add(cell.text());
        }
        Set<ColumnKind> kinds = kinds(labels);
        boolean counts = labels.stream().filter(HeaderWords::isCount).count() >= FEWEST_KINDS;
        return kinds.size() >= FEWEST_KINDS || counts || (kinds.contains(ColumnKind.INDICATOR) && kinds.size() >= 2);
    }

    /** A further row of a header: nothing in it but words of headers, under cells that span it or are blank. */
    private static boolean continuesHeader(SheetGrid grid, int row) {
        boolean any = false;
        for (Cell cell : grid.row(row).values()) {
            ColumnKind kind = HeaderWords.meaning(cell.text()).kind();
            boolean formula = FORMULA.matcher(cell.text().strip()).matches();
            if ((kind == ColumnKind.IGNORED && !formula)
                    || isFigure(cell)
                    || cell.text().length() > LONGEST_LABEL) {
                return false;
            }
            // A row with nothing but the name of a section is a section's heading, although it may say 施策.
            any |= formula || kind.isOfYear();
        }
        return any && !isHeaderOfItsOwn(grid, row);
    }

    /** A row that names the indicator's column is the beginning of another header, not the rest of this one. */
    private static boolean isHeaderOfItsOwn(SheetGrid grid, int row) {
        List<String> labels = grid.row(row).values().stream().map(Cell::text).toList();
        return kinds(labels).contains(ColumnKind.INDICATOR) && kinds(labels).contains(ColumnKind.UNIT);
    }

    private static boolean isFigure(Cell cell) {
        return (cell.number() != null || FIGURE.matcher(cell.text().strip()).matches())
                && !HeaderWords.isBareYear(cell.text());
    }

    private static Set<ColumnKind> kinds(Iterable<String> labels) {
        Set<ColumnKind> kinds = EnumSet.noneOf(ColumnKind.class);
        for (String label : labels) {
            ColumnKind kind = HeaderWords.meaning(label).kind();
            if (kind != ColumnKind.IGNORED) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    private static SortedMap<Integer, String> labels(SheetGrid grid, int first, int last) {
        NavigableSet<Integer> columns = new TreeSet<>();
        for (int row = first; row <= last; row++) {
            for (Cell cell : grid.row(row).values()) {
                columns.add(cell.column());
                Sheet.Area area = grid.merge(row, cell.column());
                for (int column = cell.column(); area != null && column <= area.lastColumn(); column++) {
                    columns.add(column);
                }
            }
        }
        SortedMap<Integer, String> labels = new TreeMap<>();
        for (int column : columns) {
            Set<String> parts = new LinkedHashSet<>();
            for (int row = first; row <= last; row++) {
                Cell cell = grid.at(row, column);
                if (cell != null) {
                    parts.add(cell.text().replaceAll("\\s+", " ").strip());
                }
            }
            if (!parts.isEmpty()) {
                labels.put(column, String.join(" ", parts));
            }
        }
        return labels;
    }
}
