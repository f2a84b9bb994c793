package jp.kyosei.backend.sheet.text;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import jp.kyosei.backend.sheet.Cell;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.sheet.FileRefusals;
import jp.kyosei.backend.sheet.LineFeeds;
import jp.kyosei.backend.sheet.Sheet;
import jp.kyosei.backend.sheet.Sheet.Row;
import jp.kyosei.backend.sheet.Tally;
import jp.kyosei.backend.sheet.UnreadableFileException;
import jp.kyosei.backend.text.FormulaMark;
import org.jspecify.annotations.Nullable;

/**
 * Cells between commas, tabs or semicolons, as RFC 4180 and spreadsheets write them. In a file, an apostrophe by which a
 * text says that it is no formula is not part of the text.
 */
public final class DelimitedText {
    private static final char QUOTE = '"';
    private static final String HINT = "sep=";

    /** So many lines are looked at to know what stands between the cells. */
    private static final int GUESSED_FROM = 50;

    private final String text;
    private final char delimiter;

    /** Whether a quote that nobody closes is text: in what a spreadsheet puts on the clipboard it is. */
    private final boolean lenient;

    private final Tally tally = new Tally();
    private final List<Row> rows = new ArrayList<>();
    private int at;
    private int line = 1;

    private DelimitedText(String text, char delimiter, boolean lenient, int start) {
        this.text = text;
        this.delimiter = delimiter;
        this.lenient = lenient;
        this.at = start;
    }

    /** @throws UnreadableFileException if a quote is not closed, or there is too much */
    public static Sheet file(String text) {
        boolean hinted = text.regionMatches(true, 0, HINT, 0, HINT.length())
                && text.length() > HINT.length() + 1
                && isBreak(text.charAt(HINT.length() + 1));
        char delimiter = hinted ? text.charAt(HINT.length()) : delimiter(text);
        // The line with the hint stays a line without cells, so that the numbers of rows are those of the file.
        return new DelimitedText(text, delimiter, false, hinted ? HINT.length() + 1 : 0).read();
    }

    /** @throws UnreadableFileException if there is too much */
    public static Sheet pasted(String text) {
        return new DelimitedText(text, '\t', true, 0).read();
    }

    private Sheet read() {
        int row = 0;
        while (at < text.length()) {
            if (Thread.interrupted()) {
                throw new CancellationException("reading was cancelled");
            }
            List<Cell> cells = row(row);
            if (!cells.isEmpty()) {
                rows.add(new Row(row, cells));
            }
            row++;
        }
        if (rows.isEmpty()) {
            throw FileRefusals.noTable();
        }
        return new Sheet("", rows, List.of());
    }

    private List<Cell> row(int row) {
        List<Cell> cells = new ArrayList<>();
        int column = 0;
        while (true) {
            String content = LineFeeds.only(lenient ? field() : FormulaMark.unmarked(field()));
            if (content.isBlank()) {
                tally.blank();
            } else {
                tally.cell(new CellPlace("", row, column), content);
                cells.add(new Cell(column, content, null, false));
            }
            if (at >= text.length() || text.charAt(at) != delimiter) {
                skipBreak();
                return cells;
            }
            at++;
            column++;
        }
    }

    /** Ends at the delimiter, the line break or the end that follows. */
    private String field() {
        if (at < text.length() && text.charAt(at) == QUOTE) {
            String quoted = quoted();
            if (quoted != null) {
                return quoted;
            }
        }
        int start = at;
        while (at < text.length() && text.charAt(at) != delimiter && !isBreak(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private @Nullable String quoted() {
        StringBuilder content = new StringBuilder();
        int firstLine = line;
        int from = at + 1;
        while (true) {
            int close = text.indexOf(QUOTE, from);
            if (close < 0) {
                if (lenient) {
                    return null;
                }
                throw FileRefusals.openQuote(firstLine);
            }
            content.append(text, from, close);
            if (close + 1 < text.length() && text.charAt(close + 1) == QUOTE) {
                content.append(QUOTE);
                from = close + 2;
                continue;
            }
            boolean closes = close + 1 >= text.length()
                    || text.charAt(close + 1) == delimiter
                    || isBreak(text.charAt(close + 1));
            if (!closes && lenient) {
                return null;
            }
            line += breaks(content);
            if (!closes) {
                throw FileRefusals.textAfterQuote(line);
            }
            at = close + 1;
            return content.toString();
        }
    }

    private void skipBreak() {
        if (at < text.length()) {
            boolean two = text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
            at += two ? 2 : 1;
            line++;
        }
    }

    private static int breaks(CharSequence content) {
        return (int) LineFeeds.only(content.toString())
                .chars()
                .filter(character -> character == '\n')
                .count();
    }

    private static boolean isBreak(char character) {
        return character == '\n' || character == '\r';
    }

    /** A tab hardly ever stands in a text, a comma stands in every larger number. */
    private static char delimiter(String text) {
        int lines = 0;
        int withTab = 0;
        int withComma = 0;
        int withSemicolon = 0;
        boolean tab = false;
        boolean comma = false;
        boolean semicolon = false;
        boolean inQuotes = false;
        boolean blank = true;
        for (int at = 0; at <= text.length() && lines < GUESSED_FROM; at++) {
            char next = at < text.length() ? text.charAt(at) : '\n';
            if (next == QUOTE) {
                inQuotes = !inQuotes;
            }
            if (!inQuotes || at == text.length()) {
                tab |= next == '\t';
                comma |= next == ',';
                semicolon |= next == ';';
            }
            blank &= Character.isWhitespace(next) && next != '\t';
            if ((isBreak(next) && !inQuotes) || at == text.length()) {
                lines += blank ? 0 : 1;
                withTab += tab ? 1 : 0;
                withComma += comma ? 1 : 0;
                withSemicolon += semicolon ? 1 : 0;
                tab = false;
                comma = false;
                semicolon = false;
                blank = true;
            }
        }
        if (withTab > 0 && 2 * withTab >= lines) {
            return '\t';
        }
        return withSemicolon > withComma ? ';' : ',';
    }
}
