package jp.kyosei.backend.understanding.fate;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import jp.kyosei.backend.sheet.Cell;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.sheet.Sheet;
import org.jspecify.annotations.Nullable;

/** Gathers the fates of a sheet's cells while it is understood. */
public final class SheetFates {
    private final String sheet;
    private final NavigableMap<Integer, NavigableMap<Integer, CellFate>> fates = new TreeMap<>();

    /** @param sheet the sheet's name */
    public SheetFates(String sheet) {
        this.sheet = sheet;
    }

    /** Says what became of a cell; what was said last counts. */
    public void say(CellFate fate) {
        fates.computeIfAbsent(fate.place().row(), row -> new TreeMap<>())
                .put(fate.place().column(), fate);
    }

    /** Says it with certainty of a cell that belongs to no year and no town. */
    public void say(CellPlace place, Fate fate, String because) {
        say(new CellFate(place, fate, null, null, 1, because));
    }

    /** Says it where nothing else was said. */
    public void sayOtherwise(CellPlace place, Fate fate, String because) {
        if (of(place) == null) {
            say(place, fate, because);
        }
    }

    public @Nullable CellFate of(CellPlace place) {
        NavigableMap<Integer, CellFate> row = fates.get(place.row());
        return row == null ? null : row.get(place.column());
    }

    /**
     * The fates of all cells with content, from the top down and from left to right.
     *
     * @param otherwise why a cell of which nothing was said is not taken
     */
    public List<CellFate> of(Sheet whole, String otherwise) {
        List<CellFate> all = new ArrayList<>();
        for (Sheet.Row row : whole.rows()) {
            for (Cell cell : row.cells()) {
                CellPlace place = new CellPlace(sheet, row.index(), cell.column());
                CellFate known = of(place);
                all.add(known == null ? new CellFate(place, Fate.IGNORED, null, null, 1, otherwise) : known);
            }
        }
        return all;
    }
}
