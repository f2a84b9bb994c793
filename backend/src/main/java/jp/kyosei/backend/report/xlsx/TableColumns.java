package jp.kyosei.backend.report.xlsx;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Where a table's columns stand among those of its sheet. Tables below each other share the sheet's columns, so that a column
 * of a table takes several of them where another table has an edge within it.
 */
final class TableColumns {
    /** Edges nearer than this are one, in millimetres. */
    private static final double NEAR = 8;

    /** Of each column, the first of the sheet's; one more for where the table ends. */
    private final int[] starts;

    private TableColumns(int[] starts) {
        this.starts = starts;
    }

    /**
     * The widths of a sheet's columns that has tables of these; as wide as the widest.
     *
     * @param tables the widths of each table's columns, in millimetres
     */
    static double[] shared(List<double[]> tables) {
        List<double[]> finestFirst = tables.stream()
                .sorted(Comparator.comparingInt((double[] widths) -> widths.length)
                        .reversed())
                .toList();
        if (finestFirst.isEmpty()) {
            return new double[0];
        }
        double all = tables.stream().mapToDouble(TableColumns::sum).max().orElse(0);
        TreeSet<Double> edges = new TreeSet<>(List.of(all));
        double[] finest = edges(finestFirst.getFirst(), all / sum(finestFirst.getFirst()));
        // Those of one table are its own, however near; the last stands there already.
        Arrays.stream(finest).limit(finest.length - 1).forEach(edges::add);
        for (double[] table : finestFirst) {
            for (double edge : edges(table, all / sum(table))) {
                if (edges.stream().noneMatch(other -> Math.abs(other - edge) < NEAR)) {
                    edges.add(edge);
                }
            }
        }
        double[] widths = new double[edges.size()];
        double before = 0;
        int column = 0;
        for (double edge : edges) {
            widths[column++] = edge - before;
            before = edge;
        }
        return widths;
    }

    /**
     * Fits a table into a sheet.
     *
     * @param table the width of each of its columns, in millimetres
     * @param sheet the width of each of the sheet's columns; at least as many
     */
    static TableColumns fitted(double[] table, double[] sheet) {
        double[] wanted = edges(table, sum(sheet) / sum(table));
        double[] there = edges(sheet, 1);
        int[] starts = new int[table.length + 1];
        for (int column = 1; column < table.length; column++) {
            int nearest = starts[column - 1] + 1;
            int most = sheet.length - (table.length - column);
            while (nearest < most
                    && Math.abs(there[nearest] - wanted[column - 1])
                            < Math.abs(there[nearest - 1] - wanted[column - 1])) {
                nearest++;
            }
            starts[column] = nearest;
        }
        starts[table.length] = sheet.length;
        return new TableColumns(starts);
    }

    /** The right edge of each column. */
    private static double[] edges(double[] widths, double scale) {
        double[] edges = new double[widths.length];
        double at = 0;
        for (int column = 0; column < widths.length; column++) {
            at += widths[column] * scale;
            edges[column] = at;
        }
        return edges;
    }

    private static double sum(double[] widths) {
        return Arrays.stream(widths).sum();
    }

    int first(int column) {
        return starts[column];
    }

    int last(int column) {
        return starts[column + 1] - 1;
    }
}
