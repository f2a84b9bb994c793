package jp.kyosei.backend.importing.layout;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kyosei.backend.importing.reading.Finding;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.sheet.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * The cells that a reading names: what blocks the file until somebody answers, and what stays out with a word. A word at a
 * column's head, at a row's head or at an indicator's name speaks of all their cells.
 */
final class Asked {

    private final Layout layout;
    private final List<Fact> facts;
    private final Set<CellPlace> places = new HashSet<>();
    private final Set<String> indicators = new HashSet<>();
    private boolean everything;

    Asked(Layout layout, List<Fact> facts, List<Finding> findings) {
        this.layout = layout;
        this.facts = facts;
        findings.stream()
                .filter(finding -> finding.weight().blocks() || finding.weight() == Finding.Weight.LEFT_OUT)
                .forEach(finding -> add(finding.place()));
    }

    boolean names(Fact fact) {
        return names(fact.place()) || indicators.contains(fact.indicator());
    }

    boolean names(@Nullable CellPlace place) {
        return everything || (place != null && places.contains(place));
    }

    private void add(@Nullable CellPlace place) {
        if (place == null) {
            everything = true;
            return;
        }
        places.add(place);
        for (LayoutSheet sheet : layout.sheets()) {
            if (sheet.name().equals(place.sheet())) {
                addIn(sheet, place);
            }
        }
    }

    private void addIn(LayoutSheet sheet, CellPlace place) {
        Sheet.Area area = sheet.area(place.row(), place.column());
        places.add(new CellPlace(sheet.name(), area.firstRow(), area.firstColumn()));
        Optional<LayoutCell> cell = sheet.at(place.row(), place.column());
        Mark.Kind kind = cell.map(found -> found.mark().kind()).orElse(Mark.Kind.NO);
        switch (kind) {
            case HEAD -> {
                below(sheet, area);
                rightOf(sheet, area);
            }
            case NAME, MORE ->
                facts.stream()
                        .filter(fact -> fact.place().equals(sheet.place(cell.orElseThrow())))
                        .forEach(fact -> indicators.add(fact.indicator()));
            case NO, SECTION, WORD, TOWN, UNIT -> rightOf(sheet, area);
            default -> {}
        }
    }

    /** Down to the next head of the same columns. */
    private void below(LayoutSheet sheet, Sheet.Area head) {
        boolean inHead = true;
        for (int row = head.lastRow() + 1; row <= sheet.lastRow(); row++) {
            boolean isHead = sheet.at(row, head.firstColumn())
                    .filter(cell -> cell.mark().is(Mark.Kind.HEAD))
                    .isPresent();
            if (isHead && !inHead) {
                return;
            }
            inHead &= isHead;
            for (int column = head.firstColumn(); column <= head.lastColumn(); column++) {
                add(sheet, row, column);
            }
        }
    }

    private void rightOf(LayoutSheet sheet, Sheet.Area head) {
        for (int row = head.firstRow(); row <= head.lastRow(); row++) {
            for (int column = head.lastColumn() + 1; column <= sheet.lastColumn(); column++) {
                add(sheet, row, column);
            }
        }
    }

    private void add(LayoutSheet sheet, int row, int column) {
        sheet.at(row, column)
                .filter(cell -> !cell.mark().is(Mark.Kind.HEAD))
                .ifPresent(cell -> places.add(sheet.place(cell)));
    }
}
