package jp.kyosei.backend.sheet;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A cell with content.
 *
 * @param column index from 0
 * @param text what a person sees in it, as the format of the cell shows it ({@code 90.6%}, {@code 3,560}); line breaks as
 *     {@code \n}; never blank. Nothing is normalised: a wide digit stays wide.
 * @param number the number that a person sees, exactly and in the scale of the format, without the digits that only its
 *     binary form brings in: 0.882 under {@code 0%} is 88.2, 57000 under {@code #,##0,} is 57; none where it holds text, a day or
 *     a time, true or false, or an error
 * @param formula whether the content was computed by a formula; {@code text} and {@code number} are the result stored
 * @param shift the power of ten by which the format multiplies what is stored: 2 for {@code 0%}, -3 for {@code #,##0,}
 */
public record Cell(int column, String text, @Nullable BigDecimal number, boolean formula, int shift) {
    /** A cell that shows what is stored. */
    public Cell(int column, String text, @Nullable BigDecimal number, boolean formula) {
        this(column, text, number, formula, 0);
    }

    /** The number as the file has it; none where it holds none. */
    public @Nullable BigDecimal stored() {
        return number == null ? null : number.scaleByPowerOfTen(-shift);
    }

    /** The same under another text. */
    public Cell with(String other) {
        return new Cell(column, other, number, formula, shift);
    }
}
