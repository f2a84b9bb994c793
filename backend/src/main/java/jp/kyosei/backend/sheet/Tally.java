package jp.kyosei.backend.sheet;

/** Counts what all sheets of a book hold together, and places cells within what may be. */
final class Tally {
    private int cells;
    private int blank;
    private int merges;

    /** A cell with content. */
    void cell(CellPlace place, String text) {
        cells++;
        if (cells > Limits.CELLS) {
            throw Refusals.tooMany("文字や数値の入ったセル", Limits.CELLS);
        }
        if (place.row() >= Limits.ROWS || place.column() >= Limits.COLUMNS) {
            throw Refusals.farOut(place);
        }
        if (text.length() > Limits.CELL_TEXT) {
            throw Refusals.longText(place);
        }
    }

    void blank() {
        blank++;
        if (blank > Limits.BLANK_CELLS) {
            throw Refusals.tooMany("空のセルや行（罫線や色だけのものを含む）", Limits.BLANK_CELLS);
        }
    }

    void merge() {
        merges++;
        if (merges > Limits.MERGES) {
            throw Refusals.tooMany("結合したセル", Limits.MERGES);
        }
    }
}
