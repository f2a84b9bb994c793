package jp.kyosei.backend.importing.layout;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.kyosei.backend.importing.reading.Finding;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.sheet.Sheet;
import jp.kyosei.backend.understanding.fate.Fate;
import jp.kyosei.backend.understanding.question.Question;
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
    private final Set<String> directions = new HashSet<>();
    private boolean everything;

    Asked(Layout layout, List<Fact> facts, Reading reading) {
        this.layout = layout;
        this.facts = facts;
        List<Question> open =
                reading.book().questions().stream().filter(Question::isOpen).toList();
        open.forEach(this::add);
        List<String> ofDirections = open.stream()
                .filter(question -> question.matter() == Question.Matter.DIRECTION)
                .map(Question::words)
                .toList();
        List<CellPlace> questions = open.stream().map(Question::place).toList();
        List<Finding> findings = reading.plan().findings();
        findings.stream()
                .filter(finding -> ofDirections.contains(finding.message()))
                .flatMap(finding -> indicatorsAt(Objects.requireNonNull(finding.place())))
                .forEach(directions::add);
        findings.stream()
                .filter(finding -> !ofDirections.contains(finding.message()))
                .filter(finding -> finding.weight().blocks() || finding.weight() == Finding.Weight.LEFT_OUT)
                .filter(finding -> finding.weight() != Finding.Weight.QUESTION || !questions.contains(finding.place()))
                .forEach(finding -> add(finding.place()));
        if (findings.stream().anyMatch(finding -> finding.weight().blocks())) {
            reading.fates().filter(fate -> fate.fate() == Fate.ASKED).forEach(fate -> places.add(fate.place()));
        }
    }

    boolean names(Fact fact) {
        if (fact.what() == Fact.What.LOWER) {
            return everything || directions.contains(fact.indicator());
        }
        return names(fact.place()) || indicators.contains(fact.indicator());
    }

    boolean names(@Nullable CellPlace place) {
        return everything || (place != null && places.contains(place));
    }

    /** What a question is about says which cells wait for its answer. */
    private void add(Question question) {
        switch (question.matter()) {
            case DIRECTION -> indicatorsAt(question.place()).forEach(directions::add);
            case FIGURE, SAME_INDICATOR -> places.add(question.place());
            case COLUMN, ROW, TABLE, YEAR, UNIT -> add(question.place());
        }
    }

    /** The indicators of which something stands in a cell's row. */
    private Stream<String> indicatorsAt(CellPlace place) {
        return facts.stream()
                .filter(fact -> fact.place().sheet().equals(place.sheet())
                        && fact.place().row() == place.row())
                .map(Fact::indicator);
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
