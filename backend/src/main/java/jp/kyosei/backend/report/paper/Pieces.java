package jp.kyosei.backend.report.paper;

import java.util.ArrayList;
import java.util.List;

/** Cuts what would be higher than a row may be. */
public final class Pieces {
    /** Not more lines than this in one row: it then fits a page, and a row of a spreadsheet, whole. */
    private static final int MOST_LINES = 24;

    private static final double LETTER_MILLIMETRES = 2.85;
    private static final double PADDING = 2.4;
    private static final int FEWEST_LETTERS = 4;

    private Pieces() {}

    /**
     * Cuts between lines, and within those that alone are too long.
     *
     * @param width of the column in millimetres
     * @return none of nothing
     */
    public static List<List<Paper.Line>> of(List<Paper.Line> lines, double width) {
        if (lines.isEmpty()) {
            return List.of();
        }
        double letters = letters(width);
        List<List<Paper.Line>> pieces = new ArrayList<>();
        List<Paper.Line> piece = new ArrayList<>();
        int height = 0;
        for (Paper.Line line : lines.stream()
                .flatMap(one -> LineBreaks.atMost(one, letters * MOST_LINES))
                .toList()) {
            int lineHeight = LineBreaks.lines(line.text(), letters);
            if (height + lineHeight > MOST_LINES && !piece.isEmpty()) {
                pieces.add(List.copyOf(piece));
                piece.clear();
                height = 0;
            }
            piece.add(line);
            height += lineHeight;
        }
        pieces.add(List.copyOf(piece));
        return pieces;
    }

    /** How many full-width letters stand side by side in a column of that many millimetres. */
    public static double letters(double width) {
        return Math.max(FEWEST_LETTERS, Math.floor((width - PADDING) / LETTER_MILLIMETRES));
    }

    /** The piece of that place, from 0; nothing beyond the last. */
    public static List<Paper.Line> at(List<List<Paper.Line>> pieces, int index) {
        return index < pieces.size() ? pieces.get(index) : List.of();
    }
}
