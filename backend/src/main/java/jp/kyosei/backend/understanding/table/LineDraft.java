package jp.kyosei.backend.understanding.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.ColumnMeaning;
import jp.kyosei.backend.understanding.IndicatorLine;
import jp.kyosei.backend.understanding.LineCell;
import jp.kyosei.backend.understanding.SectionHeading;

/** An indicator whose further rows may still come. */
final class LineDraft {
    private final CellPlace place;
    private final List<SectionHeading> sections;
    private final String name;
    private final String base;
    private final boolean marked;
    private final boolean goal;
    private final SequencedMap<ColumnMeaning, LineCell> cells = new LinkedHashMap<>();
    private int rows;

    /**
     * @param base the name as it stands in its own column, by which further rows are told
     * @param marked whether it is cumulative
     */
    LineDraft(CellPlace place, List<SectionHeading> sections, String name, String base, boolean marked, boolean goal) {
        this.place = place;
        this.sections = List.copyOf(sections);
        this.name = name;
        this.base = base;
        this.marked = marked;
        this.goal = goal;
    }

    String name() {
        return name;
    }

    String base() {
        return base;
    }

    /** How many rows were read so far. */
    int rows() {
        return rows;
    }

    void nextRow() {
        rows++;
    }

    boolean has(ColumnMeaning meaning) {
        return cells.containsKey(meaning);
    }

    boolean hasFigures() {
        return cells.keySet().stream().anyMatch(meaning -> meaning.kind().holdsFigures());
    }

    void add(ColumnMeaning meaning, LineCell cell) {
        cells.merge(meaning, cell, (first, more) -> {
            boolean isFigure = meaning.kind().holdsFigures();
            return new LineCell(first.place(), first.text() + (isFigure ? " " : "\n") + more.text(), null);
        });
    }

    IndicatorLine line() {
        return new IndicatorLine(place, sections, name, base, marked, goal, cells);
    }

    /** Whether it is more than a name. */
    boolean isFilled() {
        return cells.keySet().stream().anyMatch(meaning -> meaning.kind().isOfYear() || meaning.is(ColumnKind.UNIT));
    }
}
