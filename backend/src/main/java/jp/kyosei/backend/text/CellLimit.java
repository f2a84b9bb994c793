package jp.kyosei.backend.text;

/**
 * What a cell of a spreadsheet holds. Excel refuses a file with more; so what is printed into a cell is cut with a mark that
 * everybody sees, never refused: one text that is too long, stored before there were limits or joined of several, must not
 * keep the file from everybody.
 */
public final class CellLimit {
    /** Of one cell, in UTF-16 units. */
    public static final int MOST_UNITS = 32_767;

    /** Stands at the end of what was cut. */
    public static final String CUT = "…（長いため、ここで切りました。全文は画面で確かめてください。）";

    private CellLimit() {}

    /**
     * The text as far as a cell holds it; never half a surrogate pair.
     *
     * @param text as it is written into the file, with escapes: these count in Excel as well where they stand
     */
    public static String fitting(String text) {
        return fitting(text, MOST_UNITS);
    }

    /** The same for another number of UTF-16 units, which is not below that of the mark. */
    public static String fitting(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - CUT.length();
        if (Character.isHighSurrogate(text.charAt(end - 1)) && Character.isLowSurrogate(text.charAt(end))) {
            end--;
        }
        return text.substring(0, end) + CUT;
    }
}
