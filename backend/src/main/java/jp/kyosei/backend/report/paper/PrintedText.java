package jp.kyosei.backend.report.paper;

import jp.kyosei.backend.text.CellLimit;

/**
 * How much of a text is printed at one place of a page. A cell is not higher than a page, or no engine can set it; far more
 * than any title or paragraph has that is typed today is cut with a mark, for it would fill pages, and keep whoever asks for
 * the paper waiting for minutes. A workbook and the screen hold it whole.
 */
public final class PrintedText {
    /** How many lines of a cell are printed at the most: two thirds of a page, and more than {@link Pieces} leaves in one. */
    public static final int LINES_OF_A_CELL = 40;

    /** The same at the head of a table, which is said again on every page. */
    public static final int LINES_OF_A_HEAD = 12;

    /** The same where a page could not be set. */
    public static final int FEW_LINES_OF_A_CELL = 8;

    /** In UTF-16 units, as the others. */
    private static final int IN_A_HEADING = 600;

    private static final int IN_A_CELL = 3_000;
    private static final int IN_A_PARAGRAPH = 21_000;

    private PrintedText() {}

    /** A title, or a heading. */
    public static String heading(String text) {
        return CellLimit.fitting(text, IN_A_HEADING);
    }

    /** One line of a cell. */
    public static String cell(String text) {
        return CellLimit.fitting(text, IN_A_CELL);
    }

    /** A paragraph. */
    public static String paragraph(String text) {
        return CellLimit.fitting(text, IN_A_PARAGRAPH);
    }
}
