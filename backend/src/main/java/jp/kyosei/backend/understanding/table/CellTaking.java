package jp.kyosei.backend.understanding.table;

import java.util.NavigableMap;
import jp.kyosei.backend.sheet.Cell;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.sheet.Sheet;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.ColumnMeaning;
import jp.kyosei.backend.understanding.LineCell;
import jp.kyosei.backend.understanding.UnderstoodColumn;
import jp.kyosei.backend.understanding.fate.CellFate;
import jp.kyosei.backend.understanding.fate.Fate;
import jp.kyosei.backend.understanding.fate.SheetFates;
import jp.kyosei.backend.understanding.heading.HeadingReading;
import jp.kyosei.backend.understanding.line.Stacking;
import org.jspecify.annotations.Nullable;

/** Takes the cells of a row for its indicator: each means what its column and its row say together. */
final class CellTaking {
    private final SheetGrid grid;
    private final TableHead head;
    private final HeadSense sense;
    private final SheetNotes notes;
    private final SheetFates fates;
    private final boolean severalTexts;

    CellTaking(SheetGrid grid, TableHead head, HeadSense sense, SheetNotes notes) {
        this.grid = grid;
        this.head = head;
        this.sense = sense;
        this.notes = notes;
        this.fates = notes.fates();
        this.severalTexts = head.indexesOf(ColumnKind.NARRATIVE).size() > 1;
    }

    /** The cells of a row that belong to the indicator; a merged area within the row counts for each of its columns. */
    void add(LineDraft draft, int row) {
        RowSense said = row(draft, row);
        saidBy(row);
        for (UnderstoodColumn column : head.columns().values()) {
            Cell cell = grid.at(row, column.index());
            if (cell != null) {
                add(draft, row, column, cell, said);
            }
        }
        draft.nextRow();
    }

    /** Whether the indicator has something already where this row would put it. */
    boolean isTaken(LineDraft draft, int row) {
        RowSense said = row(draft, row);
        return head.columns().values().stream()
                .filter(column -> column.meaning().kind().holdsFigures())
                .filter(column -> grid.row(row).containsKey(column.index()))
                .map(column -> dated(
                        row, said.below(column.meaning(), head.neutral().contains(column.index()), spans(row, column))))
                .anyMatch(meaning -> !meaning.is(ColumnKind.IGNORED) && draft.has(meaning));
    }

    /** Whether a row has cells in columns of words alone. */
    boolean hasOnlyWords(NavigableMap<Integer, Cell> cells) {
        return cells.keySet().stream().allMatch(index -> {
            UnderstoodColumn known = head.columns().get(index);
            return known != null
                    && (known.meaning().is(ColumnKind.NARRATIVE)
                            || known.meaning().is(ColumnKind.INITIATIVES));
        });
    }

    private void add(LineDraft draft, int row, UnderstoodColumn column, Cell cell, RowSense said) {
        CellPlace place = grid.place(row, column.index());
        ColumnKind kind = column.meaning().kind();
        boolean isRole = head.roles().names().contains(column.index())
                || isRole(column.index(), head.roles().detail())
                || isRole(column.index(), head.roles().rowWord())
                || isRole(column.index(), head.roles().town())
                || isRole(column.index(), head.roles().enumerator());
        if (kind == ColumnKind.SECTION || isRole || kind == ColumnKind.INDICATOR) {
            return;
        }
        if (head.asked().contains(column.index())) {
            fates.say(
                    new CellFate(place, Fate.ASKED, column.meaning().year(), null, column.certainty(), "列の内容を確認しています"));
            return;
        }
        if (head.roles().years().containsValue(column.index())) {
            fates.say(place, Fate.KIND, column.because());
            return;
        }
        if (kind == ColumnKind.IGNORED) {
            fates.say(new CellFate(place, Fate.IGNORED, null, null, column.certainty(), column.because()));
            return;
        }
        if (kind == ColumnKind.CUMULATIVE) {
            fates.say(place, Fate.KIND, column.because());
            return;
        }
        boolean repeats = kind.isOfYear() && grid.continuesFromAbove(row, column.index());
        ColumnMeaning meaning =
                dated(row, said.below(column.meaning(), head.neutral().contains(column.index()), spans(row, column)));
        boolean once = draft.has(meaning) && !kind.isOfYear();
        if (repeats || once) {
            if (once && grid.row(row).containsKey(column.index())) {
                fates.say(place, Fate.REPEATED, "同じ指標の上の行にもあります");
            }
            return;
        }
        if (meaning.is(ColumnKind.IGNORED)) {
            fates.say(new CellFate(place, Fate.IGNORED, column.meaning().year(), null, 1, said.because()));
            boolean contradicts = said.kind() != null && said.kind() != ColumnKind.IGNORED;
            if (contradicts) {
                notes.leaveOut(
                        place,
                        "「%s」は、列では「%s」、%s別の値になるため取り込みません。"
                                .formatted(cell.text().strip(), column.meaning().label(), said.because()));
            }
            return;
        }
        String text = meaning.is(ColumnKind.NARRATIVE) && severalTexts
                ? "【%s】\n%s".formatted(column.label(), cell.text())
                : cell.text();
        fates.say(new CellFate(
                place,
                fate(meaning.kind()),
                meaning.year(),
                meaning.town(),
                column.certainty(),
                said.because().isEmpty() ? column.because() : column.because() + "、" + said.because()));
        draft.add(meaning, new LineCell(place, text.strip(), cell.number()));
    }

    /** The meaning with the year that a column of years gives for the row. */
    private ColumnMeaning dated(int row, ColumnMeaning meaning) {
        Integer years = head.roles().years().get(meaning.kind());
        Cell said = years == null ? null : grid.at(row, years);
        return said == null || meaning.year() != null ? meaning : meaning.in(sense.year(said.text()));
    }

    /** Whether a merged cell stands for several rows of the indicator. */
    private boolean spans(int row, UnderstoodColumn column) {
        Sheet.Area area = grid.merge(row, column.index());
        return area != null && area.firstRow() < area.lastRow();
    }

    private static boolean isRole(int column, @Nullable Integer role) {
        return role != null && role == column;
    }

    private RowSense row(LineDraft draft, int row) {
        Integer townColumn = head.roles().town();
        Cell town = townColumn == null ? null : grid.at(row, townColumn);
        String whose = town == null ? null : town.text().strip();
        Integer wordColumn = head.roles().rowWord();
        Cell word = wordColumn == null ? null : grid.at(row, wordColumn);
        if (word != null && HeadSense.isPlainWord(word.text())) {
            return new RowSense(null, whose, "");
        }
        if (word != null) {
            HeadingReading reading = sense.alone(word.text().strip());
            return new RowSense(
                    reading.meaning().kind(),
                    whose,
                    "行の「%s」から".formatted(word.text().strip()));
        }
        Stacking stacking = head.stacking();
        if (stacking != null && head.roles().rowWord() == null) {
            ColumnKind kind =
                    draft.rows() < stacking.kinds().size() ? stacking.kinds().get(draft.rows()) : ColumnKind.IGNORED;
            return new RowSense(kind, whose, "「%s」から".formatted(stacking.words()));
        }
        return new RowSense(null, whose, whose == null ? "" : "行の「%s」から".formatted(whose));
    }

    /** The cells that say what the row is. */
    private void saidBy(int row) {
        TableRoles roles = head.roles();
        for (Integer column : new Integer[] {roles.rowWord(), roles.town(), roles.enumerator()}) {
            if (column != null && grid.row(row).containsKey(column)) {
                fates.say(grid.place(row, column), Fate.KIND, "行が何の値かを示す列です");
            }
        }
    }

    static Fate fate(ColumnKind kind) {
        return switch (kind) {
            case IGNORED -> Fate.IGNORED;
            case NO -> Fate.NO;
            case SECTION -> Fate.SECTION;
            case INDICATOR -> Fate.NAME;
            case KIND, CUMULATIVE, DIRECTION -> Fate.KIND;
            case UNIT -> Fate.UNIT;
            case BASELINE -> Fate.BASELINE;
            case ACTUAL -> Fate.ACTUAL;
            case TARGET -> Fate.TARGET;
            case RATE, CHANGE, GRADE -> Fate.PUBLISHED;
            case NARRATIVE, INITIATIVES -> Fate.TEXT;
        };
    }
}
