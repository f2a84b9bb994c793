package jp.kyosei.backend.report.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How many lines a text takes in a column, counted in full-width letters; a guess on the safe side. */
public final class LineBreaks {
    private static final int FIRST_WIDE = 0x1100;
    private static final double NARROW = 0.6;

    private LineBreaks() {}

    /** The width of a text in full-width letters. */
    public static double width(String text) {
        return text.codePoints()
                .mapToDouble(letter -> letter >= FIRST_WIDE ? 1 : NARROW)
                .sum();
    }

    /** The lines that a text without line breaks takes; at least 1. */
    public static int lines(String text, double letters) {
        return Math.max(1, (int) Math.ceil(width(text) / letters));
    }

    /** The line, cut where it is longer than that many letters. */
    public static Stream<Paper.Line> atMost(Paper.Line line, double letters) {
        if (width(line.text()) <= letters) {
            return Stream.of(line);
        }
        List<Paper.Line> cut = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        double width = 0;
        for (int letter : line.text().codePoints().toArray()) {
            double next = letter >= FIRST_WIDE ? 1 : NARROW;
            if (width + next > letters) {
                cut.add(new Paper.Line(piece.toString(), line.weight()));
                piece.setLength(0);
                width = 0;
            }
            piece.appendCodePoint(letter);
            width += next;
        }
        cut.add(new Paper.Line(piece.toString(), line.weight()));
        return cut.stream();
    }
}
