package jp.kyosei.backend.sheet.xlsx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import jp.kyosei.backend.sheet.Cell;
import jp.kyosei.backend.sheet.FileRefusals;
import jp.kyosei.backend.sheet.Sheet.Area;
import jp.kyosei.backend.sheet.Sheet.Row;
import jp.kyosei.backend.sheet.UnreadableFileException;

/** The merged cells of a sheet. Whatever a file keeps beneath one, besides its first cell, no person sees. */
final class Merges {
    private static final Comparator<Area> FROM_THE_TOP =
            Comparator.comparingInt(Area::firstRow).thenComparingInt(Area::firstColumn);

    private final List<Area> sorted;

    /** @throws UnreadableFileException if two overlap */
    Merges(String sheet, List<Area> areas) {
        this.sorted = areas.stream().sorted(FROM_THE_TOP).toList();
        Sweep sweep = new Sweep(sorted);
        for (Area area : sorted) {
            if (!sweep.add(area)) {
                throw FileRefusals.broken("シート「%s」の結合したセルが重なっています".formatted(sheet));
            }
        }
    }

    List<Area> areas() {
        return sorted;
    }

    /** @param rows from the top down */
    List<Row> visible(List<Row> rows) {
        if (sorted.isEmpty()) {
            return rows;
        }
        Sweep sweep = new Sweep(sorted);
        List<Row> visible = new ArrayList<>(rows.size());
        for (Row row : rows) {
            sweep.advance(row.index());
            List<Cell> cells = row.cells().stream()
                    .filter(cell -> !sweep.hides(row.index(), cell.column()))
                    .toList();
            if (!cells.isEmpty()) {
                visible.add(cells.size() == row.cells().size() ? row : new Row(row.index(), cells));
            }
        }
        return visible;
    }

    /** Goes down the sheet once and knows which areas reach into the present row. */
    private static final class Sweep {
        private final List<Area> sorted;
        private final TreeMap<Integer, Area> byFirstColumn = new TreeMap<>();
        private final PriorityQueue<Area> byEnd = new PriorityQueue<>(Comparator.comparingInt(Area::lastRow));
        private int next;

        Sweep(List<Area> sorted) {
            this.sorted = sorted;
        }

        void advance(int row) {
            leave(row);
            while (next < sorted.size() && sorted.get(next).firstRow() <= row) {
                Area area = sorted.get(next);
                next++;
                if (area.lastRow() >= row) {
                    byFirstColumn.put(area.firstColumn(), area);
                    byEnd.add(area);
                }
            }
        }

        boolean hides(int row, int column) {
            Map.Entry<Integer, Area> left = byFirstColumn.floorEntry(column);
            if (left == null || left.getValue().lastColumn() < column) {
                return false;
            }
            Area area = left.getValue();
            return area.firstRow() != row || area.firstColumn() != column;
        }

        /** Areas come from the top down. */
        boolean add(Area area) {
            leave(area.firstRow());
            Map.Entry<Integer, Area> left = byFirstColumn.floorEntry(area.lastColumn());
            if (left != null && left.getValue().lastColumn() >= area.firstColumn()) {
                return false;
            }
            byFirstColumn.put(area.firstColumn(), area);
            byEnd.add(area);
            return true;
        }

        private void leave(int row) {
            for (Area ended = byEnd.peek(); ended != null && ended.lastRow() < row; ended = byEnd.peek()) {
                byEnd.poll();
                byFirstColumn.remove(ended.firstColumn());
            }
        }
    }
}
