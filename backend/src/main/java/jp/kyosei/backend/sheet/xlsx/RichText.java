package jp.kyosei.backend.sheet.xlsx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kyosei.backend.sheet.LineFeeds;
import jp.kyosei.backend.sheet.SheetLimits;

/** The text of a cell or a shared text, run by run as it comes from the XML; the reading aid above it is left out. */
final class RichText {
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final int HEXADECIMAL = 16;

    /** A character may be written in eight bytes: {@code _x30A2_}; one more to know that it is too long. */
    private static final int LONGEST = (SheetLimits.CELL_TEXT + 1) * 8;

    private final StringBuilder runs = new StringBuilder();
    private boolean phonetic;
    private boolean inText;

    void clear() {
        runs.setLength(0);
        phonetic = false;
        inText = false;
    }

    void open(String name) {
        switch (name) {
            case "rPh" -> phonetic = true;
            case "t" -> inText = !phonetic;
            default -> {}
        }
    }

    void close(String name) {
        switch (name) {
            case "rPh" -> phonetic = false;
            case "t" -> inText = false;
            default -> {}
        }
    }

    void text(char[] characters, int start, int length) {
        if (inText && runs.length() <= LONGEST) {
            runs.append(characters, start, length);
        }
    }

    /** Longer than {@link SheetLimits#CELL_TEXT} if the text is, but perhaps not the whole. */
    String joined() {
        return decoded(runs.toString());
    }

    /**
     * Resolves {@code _x000D_} and its like, and makes line breaks the same. What would be no character of any text stays
     * as it is written.
     */
    static String decoded(String written) {
        if (written.contains("_x")) {
            return LineFeeds.only(ESCAPED.matcher(written)
                    .replaceAll(found -> Matcher.quoteReplacement(character(found.group(0), found.group(1)))));
        }
        return LineFeeds.only(written);
    }

    private static String character(String written, String digits) {
        char character = (char) Integer.parseInt(digits, HEXADECIMAL);
        boolean legal = character == '\t'
                || character == '\n'
                || character == '\r'
                || (!Character.isISOControl(character) && !Character.isSurrogate(character) && character < '\uFFFE');
        return legal ? String.valueOf(character) : written;
    }
}
