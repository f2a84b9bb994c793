package jp.kyosei.backend.importing.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.sheet.Sheet;
import org.jspecify.annotations.Nullable;

/** What the cells of a layout say, each figure with its indicator: made of the marks alone, never of what the product reads. */
final class Facts {
    private final Layout layout;
    private final List<Fact> facts = new ArrayList<>();
    /** The name of each indicator and the place where it stands. */
    private final Map<String, CellPlace> names = new LinkedHashMap<>();

    private Facts(Layout layout) {
        this.layout = layout;
    }

    static List<Fact> of(Layout layout) {
        Facts facts = new Facts(layout);
        for (LayoutSheet sheet : layout.sheets()) {
            facts.names(sheet);
        }
        for (LayoutSheet sheet : layout.sheets()) {
            facts.cells(sheet);
        }
        facts.saidOfIndicators();
        return List.copyOf(facts.facts);
    }

    private void names(LayoutSheet sheet) {
        for (LayoutCell cell : sheet.cells()) {
            boolean whole = cell.mark().is(Mark.Kind.NAME) && !hasMore(sheet, cell);
            if (whole || cell.mark().is(Mark.Kind.MORE)) {
                String name = name(sheet, cell);
                names.putIfAbsent(name, sheet.place(cell));
                fact(sheet, cell, Fact.What.NAME, name, null);
            }
        }
    }

    private boolean hasMore(LayoutSheet sheet, LayoutCell name) {
        return sheet.cells().stream()
                .filter(cell -> cell.mark().is(Mark.Kind.MORE))
                .anyMatch(more -> base(sheet, more).equals(name));
    }

    private String name(LayoutSheet sheet, LayoutCell cell) {
        String said = cell.says().get("name");
        if (said != null) {
            return said;
        }
        return cell.mark().is(Mark.Kind.MORE) ? base(sheet, cell).text() + " " + cell.text() : cell.text();
    }

    private LayoutCell base(LayoutSheet sheet, LayoutCell more) {
        return nearest(sheet, more, Mark.Kind.NAME)
                .orElseThrow(() -> new IllegalStateException("%s: no name before %s".formatted(layout, more.place())));
    }

    /** The cell of a kind that a person looks to from another. */
    private Optional<LayoutCell> nearest(LayoutSheet sheet, LayoutCell from, Mark.Kind kind) {
        return switch (layout.of()) {
            case ROW -> inRow(sheet, from, kind).or(() -> before(sheet, from, kind));
            case COLUMN -> above(sheet, from, kind);
            case BLOCK -> before(sheet, from, kind);
        };
    }

    private static Optional<LayoutCell> inRow(LayoutSheet sheet, LayoutCell from, Mark.Kind kind) {
        for (int column = from.column(); column >= 0; column--) {
            Optional<LayoutCell> found =
                    sheet.at(from.row(), column).filter(cell -> cell.mark().is(kind));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<LayoutCell> above(LayoutSheet sheet, LayoutCell from, Mark.Kind kind) {
        for (int row = from.row(); row >= 0; row--) {
            Optional<LayoutCell> found =
                    sheet.at(row, from.column()).filter(cell -> cell.mark().is(kind));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<LayoutCell> before(LayoutSheet sheet, LayoutCell from, Mark.Kind kind) {
        return sheet.cells().stream()
                .filter(cell -> cell.mark().is(kind))
                .filter(cell -> cell.row() < from.row() || (cell.row() == from.row() && cell.column() <= from.column()))
                .max(Comparator.comparingInt(LayoutCell::row).thenComparingInt(LayoutCell::column));
    }

    private void cells(LayoutSheet sheet) {
        for (LayoutCell cell : sheet.cells()) {
            if (cell.mark().is(Mark.Kind.UNIT)) {
                unit(sheet, cell);
            } else if (cell.mark().kind().isFigure() && !cell.says("none")) {
                figure(sheet, cell);
            }
        }
    }

    /** A unit stands for every indicator in the rows, or columns, that its cell covers. */
    private void unit(LayoutSheet sheet, LayoutCell cell) {
        Sheet.Area area = sheet.area(cell.row(), cell.column());
        for (int row = area.firstRow(); row <= area.lastRow(); row++) {
            for (int column = area.firstColumn(); column <= area.lastColumn(); column++) {
                LayoutCell there = cell.at(row, column);
                String indicator = indicator(sheet, there);
                boolean known = facts.stream()
                        .anyMatch(fact -> fact.what() == Fact.What.UNIT
                                && fact.indicator().equals(indicator));
                if (!known) {
                    facts.add(new Fact(
                            sheet.place(cell),
                            Fact.What.UNIT,
                            indicator,
                            null,
                            "",
                            List.of(),
                            List.of(cell.says().getOrDefault("=", cell.text()).split(" or ", -1)),
                            null));
                }
            }
        }
    }

    private void figure(LayoutSheet sheet, LayoutCell cell) {
        String indicator = indicator(sheet, cell);
        if (cell.says("words")) {
            fact(sheet, cell, Fact.What.WORDS, indicator, cell.mark().year());
        } else if (cell.says("missing")) {
            fact(sheet, cell, Fact.What.MISSING, indicator, cell.mark().year());
        } else if (cell.says("ask") || cell.mark().year() == null) {
            fact(sheet, cell, Fact.What.ASK, indicator, null);
        } else {
            Fact.What what = Fact.What.valueOf(cell.mark().kind().name());
            fact(sheet, cell, what, indicator, cell.mark().year());
        }
    }

    private String indicator(LayoutSheet sheet, LayoutCell cell) {
        Optional<LayoutCell> more = layout.of() == Layout.Of.COLUMN
                ? above(sheet, cell, Mark.Kind.MORE)
                : inRow(sheet, cell, Mark.Kind.MORE);
        return more.or(() -> nearest(sheet, cell, Mark.Kind.NAME))
                .map(named -> name(sheet, named))
                .orElseThrow(() -> new IllegalStateException("%s: whose is %s?".formatted(layout, cell.place())));
    }

    private void fact(LayoutSheet sheet, LayoutCell cell, Fact.What what, String indicator, @Nullable FiscalYear year) {
        boolean figure = what == Fact.What.BASELINE || what == Fact.What.TARGET || what == Fact.What.ACTUAL;
        String reference = cell.says().get("ref");
        facts.add(new Fact(
                sheet.place(cell),
                what,
                indicator,
                year,
                cell.mark().town(),
                figure ? cell.values() : List.of(),
                List.of(),
                reference == null ? null : Mark.year(reference)));
    }

    private void saidOfIndicators() {
        for (Layout.Said said : layout.said()) {
            CellPlace place = Objects.requireNonNull(names.get(said.indicator()), said.indicator());
            facts.add(new Fact(
                    place,
                    said.fact().equals("unit") ? Fact.What.UNIT : Fact.What.LOWER,
                    said.indicator(),
                    null,
                    "",
                    List.of(),
                    said.value().isEmpty() ? List.of() : List.of(said.value().split(" or ", -1)),
                    null));
        }
    }
}
