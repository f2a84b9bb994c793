package jp.kyosei.backend.understanding;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One table of a sheet as it was understood.
 *
 * @param headerRows the indexes of its header rows, repeated ones included
 * @param columns from left to right; of a transposed table its rows, of a form none
 * @param lines its indicators
 */
public record UnderstoodTable(
        Shape shape, List<Integer> headerRows, List<UnderstoodColumn> columns, List<IndicatorLine> lines) {
    public UnderstoodTable {
        headerRows = List.copyOf(headerRows);
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /** What stands above each column, by its index. */
    public SortedMap<Integer, String> labels() {
        SortedMap<Integer, String> labels = new TreeMap<>();
        columns.forEach(column -> labels.put(column.index(), column.label()));
        return labels;
    }

    /** How a table is laid out. */
    public enum Shape {
        /** Indicators down, kinds and years across. */
        DOWN("指標が縦に並ぶ表"),
        /** Indicators across, kinds and years down. */
        ACROSS("指標が横に並ぶ表"),
        /** A small table for one indicator, whose name stands above it. */
        SINGLE("指標ごとの小さな表"),
        /** Labels beside or above their values, one indicator. */
        FORM("評価シート");

        private final String label;

        Shape(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
