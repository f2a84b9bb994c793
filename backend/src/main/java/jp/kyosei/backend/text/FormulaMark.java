package jp.kyosei.backend.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Texts that a spreadsheet could take for a formula, and how a file of plain text says that they are none. A Japanese Excel
 * also takes a formula typed in full width, so that ＝ ＋ － ＠ count like = + - @, wherever blanks or what nobody sees stand
 * before them.
 */
public final class FormulaMark {
    private static final String BEGINS_A_FORMULA = "=+-@";
    private static final char MARK = '\'';
    private static final char MINUS_SIGN = '\u2212';

    /** In either width; a number is shown as such whatever its sign is. */
    private static final Pattern NUMBER = Pattern.compile("[+\\-\u2212＋－]?[\\d０-９][\\d０-９,，]*([.．][\\d０-９]+)?[%％]?");

    private FormulaMark() {}

    /** Whether a program could take the text for a formula. */
    public static boolean looksLikeFormula(String text) {
        if (text.isEmpty()) {
            return false;
        }
        // A field of its own begins there for programs that read a text without its quotes.
        if (isBreak(text.charAt(0))) {
            return true;
        }
        int at = 0;
        while (at < text.length() && isSkipped(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at < text.length() && begins(text.codePointAt(at));
    }

    /**
     * The text as it stands in a CSV file: with an apostrophe before what would be a formula, unless it is a number. {@link
     * #unmarked} gives the same text again.
     */
    public static String marked(String text) {
        return needsMark(text) ? MARK + text : text;
    }

    /** The text that {@link #marked} was given. */
    public static String unmarked(String text) {
        return !text.isEmpty() && text.charAt(0) == MARK && needsMark(text.substring(1)) ? text.substring(1) : text;
    }

    /** So does what begins with such marks already, or one of its own would be lost when it is read. */
    private static boolean needsMark(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == MARK) {
            at++;
        }
        String rest = text.substring(at);
        return looksLikeFormula(rest) && !NUMBER.matcher(rest).matches();
    }

    private static boolean isBreak(char letter) {
        return letter == '\t' || letter == '\r' || letter == '\n';
    }

    private static boolean isSkipped(int letter) {
        return Character.isWhitespace(letter)
                || Character.isSpaceChar(letter)
                || Character.getType(letter) == Character.FORMAT
                || Character.getType(letter) == Character.CONTROL;
    }

    private static boolean begins(int letter) {
        String narrow = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKC);
        return letter == MINUS_SIGN || BEGINS_A_FORMULA.indexOf(narrow.charAt(0)) >= 0;
    }
}
