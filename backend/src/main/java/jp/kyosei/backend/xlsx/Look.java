package jp.kyosei.backend.xlsx;

import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;

/**
 * How a cell looks.
 *
 * @param format the number format; {@code @} for text
 * @param wrapped whether a long text goes on below
 * @param shrunk whether what is too wide is made smaller
 * @param fill the colour in six hexadecimal digits; empty for none
 * @param frame the colour of the lines around it, likewise
 * @param locked whether it cannot be typed into once the sheet is protected
 * @param quoted whether programs are told that it is no formula
 */
public record Look(
        String format,
        HorizontalAlignment align,
        VerticalAlignment vertical,
        boolean wrapped,
        boolean shrunk,
        boolean strong,
        int points,
        String fill,
        String frame,
        boolean locked,
        boolean quoted) {
    /** The format of texts. */
    static final String TEXT = "@";

    /** The look of a text that nothing sets apart. */
    public static Look text(HorizontalAlignment align, int points) {
        return number(TEXT, align, points);
    }

    /** The look of a number that nothing sets apart. */
    public static Look number(String format, HorizontalAlignment align, int points) {
        return new Look(format, align, VerticalAlignment.TOP, false, false, false, points, "", "", true, false);
    }

    /** With bold letters, if so. */
    public Look strong(boolean yes) {
        return new Look(format, align, vertical, wrapped, shrunk, yes, points, fill, frame, locked, quoted);
    }

    /** Halfway between top and bottom. */
    public Look centred() {
        return new Look(
                format, align, VerticalAlignment.CENTER, wrapped, shrunk, strong, points, fill, frame, locked, quoted);
    }

    /** A text goes on below, a number is made smaller, where the column is too narrow. */
    public Look fitting() {
        boolean text = format.equals(TEXT);
        return new Look(format, align, vertical, text, !text, strong, points, fill, frame, locked, quoted);
    }

    /** Whatever it holds goes on below, where the column is too narrow. */
    public Look wrapping() {
        return new Look(format, align, vertical, true, shrunk, strong, points, fill, frame, locked, quoted);
    }

    /** On that colour; empty for none. */
    public Look filled(String colour) {
        return new Look(format, align, vertical, wrapped, shrunk, strong, points, colour, frame, locked, quoted);
    }

    /** Within thin lines of that colour. */
    public Look framed(String colour) {
        return new Look(format, align, vertical, wrapped, shrunk, strong, points, fill, colour, locked, quoted);
    }

    /** To be typed into, if so. */
    public Look open(boolean yes) {
        return new Look(format, align, vertical, wrapped, shrunk, strong, points, fill, frame, !yes, quoted);
    }

    /** For that text: one that begins like a formula says that it is none. */
    public Look saying(String text) {
        return new Look(
                format,
                align,
                vertical,
                wrapped,
                shrunk,
                strong,
                points,
                fill,
                frame,
                locked,
                CellText.needsQuote(text));
    }
}
