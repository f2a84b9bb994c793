package jp.kyosei.backend.sheet;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A cell with content.
 *
 * @param column index from 0
 * @param text what a person sees in it, as the format of the cell shows it ({@code 90.6%}, {@code 3,560}); line breaks as
 *     {@code \n}; never blank. Nothing is normalised: a wide digit stays wide.
 * @param number the number that it holds, exactly as stored (a percentage as its fraction), without the digits that only
 *     its binary form brings in; none where it holds text, a day or a time, true or false, or an error
 * @param formula whether the content was computed by a formula; {@code text} and {@code number} are the result stored
 */
public record Cell(int column, String text, @Nullable BigDecimal number, boolean formula) {}
