package jp.kyosei.backend.understanding.table;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
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

/**
 * The rows of a header, wherever they stand in a sheet.
 *
 * @param firstRow index of its first row
 * @param lastRow index of its last row
 * @param labels the texts above each column from the top down, by column
 */
record HeaderBlock(int firstRow, int lastRow, SortedMap<Integer, List<String>> labels) {
    private static final int FEWEST_KINDS = 3;
    private static final int FEWEST_FIGURE_HEADS = 2;
    private static final int MOST_ROWS = 5;
    private static final Pattern COUNT = Pattern.compile("目標達成|改善|現状維持|未達成|合計|件数|指標数");

    /** The block that begins in a row; empty where the row is no header. */
    static Optional<HeaderBlock> beginningAt(
            SheetGrid grid, HeadSense sense, Set<String> towns, int row, boolean isFirst) {
        if (!looksLikeHeader(grid.row(row), sense) || (!isFirst && saysYearsAsNumbersAlone(grid.row(row), sense))) {
            return Optional.empty();
        }
        return Optional.of(of(grid, sense, towns, row));
    }

    /** The block that begins in a row, as somebody says. */
    static HeaderBlock of(SheetGrid grid, HeadSense sense, Set<String> towns, int row) {
        int last = row;
        while (last - row + 1 < MOST_ROWS && continuesHeader(grid, sense, towns, row, last + 1)) {
            last++;
        }
        return new HeaderBlock(row, last, labels(grid, row, last));
    }

    /** The same with other rows as its last. */
    HeaderBlock upTo(SheetGrid grid, int row) {
        return new HeaderBlock(firstRow, row, labels(grid, firstRow, row));
    }

    /** Whether its columns are headed by the same words: another page of the same table. */
    boolean isLike(HeaderBlock other) {
        return labels.equals(other.labels);
    }

    String label(int column) {
        return String.join(" ", labels.getOrDefault(column, List.of()));
    }

    private static boolean looksLikeHeader(NavigableMap<Integer, Cell> cells, HeadSense sense) {
        // Most rows hold figures, and are told without reading their words.
        if (cells.values().stream().anyMatch(cell -> HeadSense.isLong(cell.text()) || sense.isFigure(cell))) {
            return false;
        }
        Set<ColumnKind> kinds = EnumSet.noneOf(ColumnKind.class);
        int counts = 0;
        int heads = 0;
        int figureHeads = 0;
        for (Cell cell : cells.values()) {
            ColumnKind kind = sense.kind(cell.text());
            if (COUNT.matcher(cell.text()).find() && !sense.namesYear(cell.text())) {
                counts++;
            } else if (kind != ColumnKind.IGNORED) {
                kinds.add(kind);
                heads++;
                figureHeads += kind.holdsFigures() || kind.isPublished() ? 1 : 0;
            }
        }
        return kinds.size() >= FEWEST_KINDS
                || counts >= FEWEST_KINDS
                || (kinds.contains(ColumnKind.INDICATOR) && kinds.size() >= 2)
                || (figureHeads >= FEWEST_FIGURE_HEADS && heads * 2 >= cells.size());
    }

    /** A row of figures such as 2019 and 2022 below a table is one of its rows. */
    private static boolean saysYearsAsNumbersAlone(NavigableMap<Integer, Cell> cells, HeadSense sense) {
        return cells.values().stream()
                .allMatch(cell ->
                        !sense.isHead(cell.text()) || cell.text().strip().matches("[0-9０-９]{4}"));
    }

    /** A further row of a header: nothing in it but words of headers, under cells that span it or are blank. */
    private static boolean continuesHeader(SheetGrid grid, HeadSense sense, Set<String> towns, int first, int row) {
        boolean any = false;
        for (Cell cell : grid.row(row).values()) {
            if (sense.isFigure(cell) || HeadSense.isLong(cell.text())) {
                return false;
            }
            ColumnKind kind = sense.kind(cell.text());
            boolean formula = HeadSense.isFormula(cell.text());
            boolean town = towns.contains(cell.text().strip());
            boolean isHead = kind != ColumnKind.IGNORED || formula || town || sense.isAside(cell.text());
            boolean underGroup = isUnderGroup(grid, sense, first, row, cell.column());
            if (!isHead && !underGroup) {
                return false;
            }
            // A row with nothing but the name of a section is a section's heading, although it may say 施策.
            any |= formula
                    || town
                    || underGroup
                    || kind.isOfYear()
                    || kind == ColumnKind.UNIT
                    || kind == ColumnKind.INDICATOR;
        }
        return any && !isHeaderOfItsOwn(grid, sense, row);
    }

    /** Whether a cell of a further row lies under a head of figures that spans several columns. */
    private static boolean isUnderGroup(SheetGrid grid, HeadSense sense, int first, int row, int column) {
        for (int above = row - 1; above >= first; above--) {
            Sheet.Area area = grid.merge(above, column);
            Cell head = grid.at(above, column);
            if (area != null && head != null && area.lastColumn() > area.firstColumn()) {
                ColumnKind kind = sense.kind(head.text());
                return kind.holdsFigures() || kind.isPublished();
            }
        }
        return false;
    }

    /** A row that names the indicator's column is the beginning of another header, not the rest of this one. */
    private static boolean isHeaderOfItsOwn(SheetGrid grid, HeadSense sense, int row) {
        Set<ColumnKind> kinds = EnumSet.noneOf(ColumnKind.class);
        grid.row(row).values().forEach(cell -> kinds.add(sense.kind(cell.text())));
        boolean underOne = grid.row(row).keySet().stream().anyMatch(column -> grid.continuesFromLeft(row - 1, column));
        return !underOne && kinds.contains(ColumnKind.INDICATOR) && kinds.contains(ColumnKind.UNIT);
    }

    private static SortedMap<Integer, List<String>> labels(SheetGrid grid, int first, int last) {
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
        SortedMap<Integer, List<String>> labels = new TreeMap<>();
        for (int column : columns) {
            Set<String> parts = new LinkedHashSet<>();
            for (int row = first; row <= last; row++) {
                Cell cell = grid.at(row, column);
                if (cell != null) {
                    parts.add(cell.text().replaceAll("\\s+", " ").strip());
                }
            }
            if (!parts.isEmpty()) {
                labels.put(column, List.copyOf(new ArrayList<>(parts)));
            }
        }
        return labels;
    }
}
