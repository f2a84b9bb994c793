package jp.kyosei.backend.pdffile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the values of a PDF file from any place on (ISO 32000-2, 7.2 and 7.3), as leniently as readers do. */
final class PdfSyntax {
    private static final int DEEPEST = 60;

    private final byte[] bytes;
    private final Effort effort;
    private int at;

    /** How much is read at the most, of one file and all that is packed in it: hostile ones can be read again and again. */
    static final class Effort {
        private long left;

        Effort(long most) {
            left = most;
        }

        /** So much more has been found to read. */
        void grant(long steps) {
            left += steps;
        }

        void spend(long steps) {
            left -= steps;
            if (left < 0) {
                throw new Unreadable();
            }
        }
    }

    /** The file is not what readers take, or is made to keep whoever reads it busy. */
    static final class Unreadable extends RuntimeException {
        Unreadable() {
            super(null, null, false, false);
        }
    }

    PdfSyntax(byte[] bytes, int from, Effort effort) {
        this.bytes = bytes;
        this.at = from;
        this.effort = effort;
    }

    /** Where what was read last has ended. */
    int at() {
        return at;
    }

    /** @return none at the end, or where something begins that is no value */
    @Nullable
    PdfValue value() {
        return value(0);
    }

    /** Whether this word comes next, which then is read. */
    boolean follows(String word) {
        skipBlanks();
        if (at + word.length() > bytes.length) {
            return false;
        }
        for (int index = 0; index < word.length(); index++) {
            if (bytes[at + index] != word.charAt(index)) {
                return false;
            }
        }
        at += word.length();
        return true;
    }

    private @Nullable PdfValue value(int depth) {
        if (depth > DEEPEST) {
            throw new Unreadable();
        }
        skipBlanks();
        int letter = peek(0);
        return switch (letter) {
            case -1, ')', ']', '}', '{' -> null;
            case '/' -> new PdfValue.Name(name());
            case '(' -> new PdfValue.Text(literal());
            case '[' -> items(depth);
            case '<' -> peek(1) == '<' ? entries(depth) : new PdfValue.Text(hexadecimal());
            case '>' -> null;
            default -> wordOrReference();
        };
    }

    private PdfValue items(int depth) {
        at++;
        List<PdfValue> found = new ArrayList<>();
        while (true) {
            skipBlanks();
            if (peek(0) == -1) {
                return new PdfValue.Items(found);
            }
            if (peek(0) == ']') {
                at++;
                return new PdfValue.Items(found);
            }
            PdfValue next = value(depth + 1);
            if (next == null) {
                // Something that does not belong here: readers go on behind it.
                step(1);
            } else {
                found.add(next);
            }
        }
    }

    private PdfValue entries(int depth) {
        at += 2;
        List<PdfValue.Entry> found = new ArrayList<>();
        while (true) {
            skipBlanks();
            int letter = peek(0);
            if (letter == -1 || (letter == '>' && peek(1) == '>')) {
                at = Math.min(bytes.length, at + 2);
                return new PdfValue.Entries(found);
            }
            if (letter != '/') {
                PdfValue stray = value(depth + 1);
                if (stray == null) {
                    step(1);
                } else if (stray instanceof PdfValue.Word word
                        && (word.text().equals("endobj") || word.text().equals("stream"))) {
                    return new PdfValue.Entries(found);
                }
                continue;
            }
            String key = name();
            skipBlanks();
            PdfValue value = value(depth + 1);
            found.add(new PdfValue.Entry(key, value == null ? new PdfValue.Word("") : value));
        }
    }

    private String name() {
        at++;
        StringBuilder text = new StringBuilder();
        while (isRegular(peek(0))) {
            int high = peek(0) == '#' ? Character.digit(peek(1), 16) : -1;
            int low = high >= 0 ? Character.digit(peek(2), 16) : -1;
            if (low >= 0) {
                text.append((char) (high * 16 + low));
                step(3);
            } else {
                text.append((char) peek(0));
                step(1);
            }
        }
        return text.toString();
    }

    private String literal() {
        step(1);
        StringBuilder text = new StringBuilder();
        int open = 1;
        while (peek(0) != -1) {
            int letter = peek(0);
            step(1);
            if (letter == '\\') {
                escaped(text);
                continue;
            }
            if (letter == '(') {
                open++;
            } else if (letter == ')') {
                open--;
                if (open == 0) {
                    break;
                }
            }
            text.append((char) letter);
        }
        return text.toString();
    }

    private void escaped(StringBuilder text) {
        int letter = peek(0);
        step(1);
        if (letter >= '0' && letter <= '7') {
            int code = letter - '0';
            for (int digit = 0; digit < 2 && peek(0) >= '0' && peek(0) <= '7'; digit++) {
                code = code * 8 + peek(0) - '0';
                step(1);
            }
            text.append((char) (code & 0xFF));
        } else if (letter == '\r' && peek(0) == '\n') {
            step(1);
        } else if (letter != '\r' && letter != '\n' && letter != -1) {
            text.append((char) letter);
        }
    }

    private String hexadecimal() {
        step(1);
        StringBuilder text = new StringBuilder();
        int high = -1;
        while (peek(0) != -1 && peek(0) != '>') {
            int digit = Character.digit(peek(0), 16);
            step(1);
            if (digit >= 0) {
                if (high < 0) {
                    high = digit;
                } else {
                    text.append((char) (high * 16 + digit));
                    high = -1;
                }
            }
        }
        step(1);
        return high < 0 ? text.toString() : text.append((char) (high * 16)).toString();
    }

    private PdfValue wordOrReference() {
        String first = word();
        if (isNumber(first)) {
            int behind = at;
            skipBlanks();
            String second = word();
            skipBlanks();
            if (isNumber(second) && peek(0) == 'R' && !isRegular(peek(1))) {
                step(1);
                return new PdfValue.Reference(Long.parseLong(first));
            }
            at = behind;
        }
        return new PdfValue.Word(first);
    }

    private String word() {
        int start = at;
        while (isRegular(peek(0))) {
            step(1);
        }
        return new String(bytes, start, Math.min(at, bytes.length) - start, StandardCharsets.ISO_8859_1);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty()
                && text.length() <= 10
                && text.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }

    private void skipBlanks() {
        while (true) {
            int letter = peek(0);
            if (letter == '%') {
                while (peek(0) != -1 && peek(0) != '\r' && peek(0) != '\n') {
                    step(1);
                }
            } else if (isBlank(letter)) {
                step(1);
            } else {
                return;
            }
        }
    }

    private void step(int by) {
        effort.spend(by);
        at += by;
    }

    private int peek(int ahead) {
        return at + ahead < bytes.length ? bytes[at + ahead] & 0xFF : -1;
    }

    static boolean isBlank(int letter) {
        return letter == 0 || letter == '\t' || letter == '\n' || letter == '\f' || letter == '\r' || letter == ' ';
    }

    static boolean isRegular(int letter) {
        return letter >= 0 && !isBlank(letter) && "()<>[]{}/%".indexOf(letter) < 0;
    }
}
