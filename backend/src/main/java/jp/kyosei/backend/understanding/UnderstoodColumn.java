package jp.kyosei.backend.understanding;

/**
 * A column as it was understood; in tables whose years run down, a row.
 *
 * @param index from 0
 * @param label what its header says, the rows of the header joined
 * @param certainty from 0 to 1
 * @param because why it is taken for that, one clause in Japanese
 */
public record UnderstoodColumn(int index, String label, ColumnMeaning meaning, double certainty, String because) {}
