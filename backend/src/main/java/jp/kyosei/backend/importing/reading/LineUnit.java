package jp.kyosei.backend.importing.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kyosei.backend.importing.notation.WrittenFigure;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.ColumnMeaning;
import jp.kyosei.backend.understanding.IndicatorLine;
import jp.kyosei.backend.understanding.LineCell;
import jp.kyosei.backend.understanding.UnderstoodColumn;
import jp.kyosei.backend.understanding.UnderstoodTable;
import jp.kyosei.backend.understanding.unit.UnitName;
import org.jspecify.annotations.Nullable;

/**
 * The unit of an indicator, wherever the sheet states it: in its column, in brackets behind the name, in the heads of the figures,
 * or in the cells themselves.
 *
 * @param place where the unit stands; none where it stands nowhere or in a head
 */
record LineUnit(UnitName unit, @Nullable CellPlace place) {
    private static final UnitName NONE = UnitName.of("");
    private static final List<ColumnKind> FIGURES = List.of(ColumnKind.BASELINE, ColumnKind.TARGET, ColumnKind.ACTUAL);

    static LineUnit of(UnderstoodTable table, IndicatorLine line, FigureCells cells) {
        Optional<LineCell> cell = line.cell(ColumnKind.UNIT);
        String stated = cell.map(LineCell::text).map(UnitName::cleaned).orElse("");
        if (!stated.isEmpty()) {
            return new LineUnit(UnitName.of(stated), cell.map(LineCell::place).orElse(null));
        }
        Optional<UnitName.Named> named = UnitName.atEndOf(line.name());
        if (named.isPresent() && !named.get().name().isBlank()) {
            return new LineUnit(named.get().unit(), line.place());
        }
        return ofHeads(table)
                .map(unit -> new LineUnit(unit, null))
                .or(() -> ofCells(line, cells))
                .orElseGet(() -> new LineUnit(NONE, null));
    }

    /** 実績値（千人）: of every head that states one, the same. */
    private static Optional<UnitName> ofHeads(UnderstoodTable table) {
        List<UnitName> units = table.columns().stream()
                .filter(column -> FIGURES.contains(column.meaning().kind()))
                .map(UnderstoodColumn::label)
                .flatMap(label -> UnitName.atEndOf(label).stream())
                .map(UnitName.Named::unit)
                .distinct()
                .toList();
        return units.size() == 1 ? Optional.of(units.getFirst()) : Optional.empty();
    }

    /** 18.8万人, 19万人: in 万人; where the magnitudes differ, in the smallest. */
    private static Optional<LineUnit> ofCells(IndicatorLine line, FigureCells cells) {
        List<Map.Entry<LineCell, WrittenFigure>> written = new ArrayList<>();
        for (ColumnKind kind : FIGURES) {
            for (Map.Entry<ColumnMeaning, LineCell> found : line.cellsOf(kind)) {
                cells.written(found.getValue())
                        .filter(figure -> !figure.wholeUnit().isEmpty())
                        .ifPresent(figure -> written.add(Map.entry(found.getValue(), figure)));
            }
        }
        Stream<UnitName> units =
                written.stream().map(entry -> UnitName.of(entry.getValue().wholeUnit()));
        return units.map(unit -> unit.base().equals("割") ? UnitName.of("%") : unit)
                .min(Comparator.comparingInt(UnitName::exponent))
                .map(unit -> new LineUnit(unit, written.getFirst().getKey().place()));
    }

    /** Where a figure's cell states no magnitude although others of the line do. */
    List<LineCell> withoutMagnitude(IndicatorLine line, FigureCells cells) {
        if (unit.exponent() == 0
                || line.cell(ColumnKind.UNIT).isPresent()
                || place == null
                || place.equals(line.place())) {
            return List.of();
        }
        return FIGURES.stream()
                .map(line::cellsOf)
                .flatMap(List::stream)
                .map(Map.Entry::getValue)
                .filter(cell -> cells.written(cell)
                        .filter(figure -> figure.wholeUnit().isEmpty())
                        .isPresent())
                .toList();
    }
}
