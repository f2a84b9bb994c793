package jp.kyosei.backend.text;

import java.util.EnumSet;
import java.util.Set;

/**
 * The kinds of text, each with its limit: the one place where limits stand. They count characters as people count them (字:
 * code points, as PostgreSQL's {@code length} does), not UTF-16 units, so that 𠮷 is one; in UTF-16 a text is at the most
 * twice as long. What one kind holds fits into a cell of a spreadsheet ({@value CellLimit#MOST_UNITS} UTF-16 units), but for
 * minutes, which no cell holds; what is joined of several texts is cut by {@link CellLimit}.
 */
public enum TextKind {
    /** A unit, a number such as 1-2-3, a grade, a code. */
    CODE(100, false),
    /** The title of a theme. */
    THEME(100, false),
    /** A name or a title: of an owner, a person, a plan, a meeting, a place, a paper; an item of an agenda; a source. */
    NAME(200, false),
    /** The name of a file; shorter still where 255 bytes of UTF-8 are used up before ({@link FileName}). */
    FILE_NAME(200, false),
    /** What a program sends beside a text: an id, a key, a query; the longest is a list of decisions. */
    PARAMETER(20_000, false),
    /** A phrase for the next plan's picture of the future. */
    PHRASE(400, true),
    /**
     * Words in a plan that stand in one cell of its tables: the name of an indicator, the title of a section. What a narrow cell
     * broke into lines is one line again.
     */
    PLAN_WORDS(500, false),
    /** Words beside a figure: its note, or why there is none. */
    FIGURE_NOTE(500, true),
    /** A figure as it is typed or pasted, with words in brackets. */
    TYPED_FIGURE(1_000, true),
    /** Why something is done, what is to be done again, what was done about it. */
    REASON(1_000, true),
    /** What the secretariat asks to observe in a collection. */
    INSTRUCTIONS(2_000, true),
    /** A text of a narrative; far beyond what fits on a page. */
    NARRATIVE(4_000, true),
    /** A note, a reply, an outcome. */
    NOTE(4_000, true),
    /** What a section or an initiative says in a plan. */
    PASSAGE(10_000, true),
    /** The minutes of a meeting. */
    MINUTES(100_000, true);

    /** Written in a box of many lines, where an indent is part of the text, and which keep what else the person has written. */
    private static final Set<TextKind> AS_WRITTEN = EnumSet.of(NARRATIVE, NOTE, MINUTES);

    private final int most;
    private final boolean lines;

    TextKind(int most, boolean lines) {
        this.most = most;
        this.lines = lines;
    }

    /** The most characters (code points) that a text of this kind has. */
    public int most() {
        return most;
    }

    /** Whether it may have several lines. */
    public boolean hasLines() {
        return lines;
    }

    /** The text with line ends as LF, without marks that nobody sees, composed; of any length and any character. */
    public static String cleaned(String given) {
        return Alphabet.cleaned(given, false);
    }

    /**
     * Reads what was given: line ends become LF, marks that nobody sees are left out, letters put together of two are made one
     * ({@link Alphabet}), white space around it goes but for texts of many lines. A blank text is a good one; whether it may
     * be blank is asked elsewhere.
     */
    public TextReading read(String given) {
        String cleaned = Alphabet.cleaned(given, AS_WRITTEN.contains(this));
        String text = AS_WRITTEN.contains(this) && !cleaned.isBlank()
                ? cleaned
                : this == PLAN_WORDS ? OneLine.joined(cleaned) : cleaned.strip();
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            return new TextReading.TooLong(most, length);
        }
        int foreign = Alphabet.firstNoText(text);
        if (foreign >= 0) {
            return new TextReading.NoText(text.codePointCount(0, foreign) + 1, text.codePointAt(foreign));
        }
        if (!lines) {
            String line = text.replace('\t', ' ');
            return line.indexOf('\n') < 0 ? new TextReading.Good(line) : new TextReading.SeveralLines();
        }
        return new TextReading.Good(text);
    }
}
