package jp.kyosei.backend.sheet.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A number format as a workbook keeps it ({@code #,##0.0;"△ "#,##0.0;"-"}), cut into its sections and tokens.
 *
 * @param sections one to four: for all numbers, or for positive, negative, zero and text
 */
record FormatCode(List<List<Token>> sections) {
    /** Excel's own limit. */
    private static final int LONGEST = 255;

    private static final String DATE_LETTERS = "ymdhsgea";
    private static final String DIGITS = "0#?";

    FormatCode {
        sections = sections.stream().map(List::copyOf).toList();
    }

    /** What a format is made of. */
    enum Kind {
        LITERAL,
        /** {@code 0}, {@code #} or {@code ?}. */
        DIGIT,
        POINT,
        COMMA,
        PERCENT,
        /** A run of one letter: {@code yyyy}, {@code ggg}, {@code e}, {@code aaa}. */
        DATE,
        /** {@code [h]}: hours beyond a day. */
        ELAPSED,
        /** {@code AM/PM}. */
        HALF_DAY,
        /** As Excel sees fit. */
        GENERAL,
        /** Fractions, exponents, conditions: rare in offices. */
        OTHER
    }

    /** @param text of a literal as shown; of the others as written, in small letters */
    record Token(Kind kind, String text) {}

    static FormatCode of(String code) {
        if (code.length() > LONGEST) {
            return new FormatCode(List.of(List.of(new Token(Kind.GENERAL, ""))));
        }
        return new Parser(code).parse();
    }

    boolean isDate() {
        return sections.getFirst().stream().anyMatch(token -> token.kind == Kind.DATE || token.kind == Kind.ELAPSED);
    }

    boolean has(Kind kind) {
        return sections.stream().flatMap(List::stream).anyMatch(token -> token.kind == kind);
    }

    private static final class Parser {
        private final String code;
        private final List<List<Token>> sections = new ArrayList<>();
        private List<Token> section = new ArrayList<>();
        private int at;

        Parser(String code) {
            this.code = code;
        }

        FormatCode parse() {
            while (at < code.length()) {
                step(code.charAt(at));
            }
            sections.add(section);
            return new FormatCode(sections);
        }

        private void step(char next) {
            switch (next) {
                case ';' -> {
                    sections.add(section);
                    section = new ArrayList<>();
                    at++;
                }
                case '"' -> {
                    int end = code.indexOf('"', at + 1);
                    int until = end < 0 ? code.length() : end;
                    add(Kind.LITERAL, code.substring(at + 1, until), until + 1 - at);
                }
                case '\\', '!' ->
                    add(
                            Kind.LITERAL,
                            code.substring(Math.min(at + 1, code.length()), Math.min(at + 2, code.length())),
                            2);
                case '_' -> add(Kind.LITERAL, "", 2);
                case '*' -> add(Kind.LITERAL, "", 2);
                case '[' -> bracket();
                case '.' -> add(Kind.POINT, ".", 1);
                case ',' -> add(Kind.COMMA, ",", 1);
                case '%' -> add(Kind.PERCENT, "%", 1);
                case '@' -> add(Kind.GENERAL, "@", 1);
                default -> word(next);
            }
        }

        private void word(char next) {
            if (DIGITS.indexOf(next) >= 0) {
                add(Kind.DIGIT, String.valueOf(next), 1);
            } else if (startsWith("general")) {
                add(Kind.GENERAL, "general", "general".length());
            } else if (startsWith("g/標準")) {
                add(Kind.GENERAL, "general", "g/標準".length());
            } else if (startsWith("am/pm")) {
                add(Kind.HALF_DAY, "am/pm", "am/pm".length());
            } else if (startsWith("e+") || startsWith("e-") || (next == '/' && betweenDigits())) {
                add(Kind.OTHER, String.valueOf(next), 1);
            } else if (DATE_LETTERS.indexOf(Character.toLowerCase(next)) >= 0) {
                run(next);
            } else {
                add(Kind.LITERAL, String.valueOf(next), 1);
            }
        }

        private void run(char letter) {
            int end = at;
            while (end < code.length() && Character.toLowerCase(code.charAt(end)) == Character.toLowerCase(letter)) {
                end++;
            }
            add(Kind.DATE, code.substring(at, end).toLowerCase(Locale.ROOT), end - at);
        }

        /** {@code # ?/?} is a fraction; {@code yyyy/m/d} has no digits before its slash. */
        private boolean betweenDigits() {
            return !section.isEmpty() && section.getLast().kind == Kind.DIGIT;
        }

        private void bracket() {
            int end = code.indexOf(']', at);
            int until = end < 0 ? code.length() : end;
            String inside = code.substring(at + 1, until).toLowerCase(Locale.ROOT);
            int length = until + 1 - at;
            if (inside.matches("h+|m+|s+")) {
                add(Kind.ELAPSED, inside, length);
            } else if (inside.startsWith("$")) {
                int dash = inside.indexOf('-');
                add(Kind.LITERAL, code.substring(at + 2, at + 1 + (dash < 0 ? inside.length() : dash)), length);
            } else if (inside.startsWith("<") || inside.startsWith(">") || inside.startsWith("=")) {
                add(Kind.OTHER, inside, length);
            } else {
                add(Kind.LITERAL, "", length);
            }
        }

        private boolean startsWith(String word) {
            return code.regionMatches(true, at, word, 0, word.length());
        }

        private void add(Kind kind, String text, int length) {
            section.add(new Token(kind, text));
            at += length;
        }
    }
}
