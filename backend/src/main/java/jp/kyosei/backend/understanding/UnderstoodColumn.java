package jp.kyosei.backend.understanding;

/**
 * A column as it was understood.
 *
 * @param index from 0
 * @param label what its header says, the rows of the header joined
 */
public record UnderstoodColumn(int index, String label, ColumnMeaning meaning) {}
