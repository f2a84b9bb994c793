package jp.kyosei.backend.sheet;

/**
 * Where a cell stands.
 *
 * @param sheet the sheet's name; empty for text files
 * @param row index from 0
 * @param column index from 0
 */
public record CellPlace(String sheet, int row, int column) {
    private static final int LETTERS = 26;

    /** As a spreadsheet names it: {@code C12}. */
    public String name() {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.append(row + 1).toString();
    }
}
