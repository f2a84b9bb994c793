package jp.kyosei.backend.sheet;

/** Counts what all sheets of a book hold together, and places cells within what may be. */
public final class Tally {
    private int cells;
    private int blank;
    private int merges;

    /** A cell with content. */
    public void cell(CellPlace place, String text) {
        cells++;
        if (cells > SheetLimits.CELLS) {
            throw FileRefusals.tooMany("文字や数値の入ったセル", SheetLimits.CELLS);
        }
        if (place.row() >= SheetLimits.ROWS || place.column() >= SheetLimits.COLUMNS) {
            throw FileRefusals.farOut(place);
        }
        if (text.length() > SheetLimits.CELL_TEXT) {
            throw FileRefusals.longText(place);
        }
    }

    /** A cell or row without. */
    public void blank() {
        blank++;
        if (blank > SheetLimits.BLANK_CELLS) {
            throw FileRefusals.tooMany("空のセルや行（罫線や色だけのものを含む）", SheetLimits.BLANK_CELLS);
        }
    }

    /** An area of merged cells. */
    public void merge() {
        merges++;
        if (merges > SheetLimits.MERGES) {
            throw FileRefusals.tooMany("結合したセル", SheetLimits.MERGES);
        }
    }
}
