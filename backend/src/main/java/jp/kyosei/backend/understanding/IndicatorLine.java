package jp.kyosei.backend.understanding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import jp.kyosei.backend.sheet.CellPlace;

/**
 * An indicator as a sheet has it, in one row or in several that belong together.
 *
 * @param place of its name
 * @param sections those above it, from the top down
 * @param name without the mark of a cumulative indicator; with the part of it that the row is of (男性)
 * @param base the name without that part
 * @param marked whether it is marked as cumulative, by ※ at its name or by a column
 * @param goal whether it stands directly under a section of the first level, where the table has deeper ones
 * @param cells those of the columns that belong to a year, and number, kind and unit where the sheet has them
 */
public record IndicatorLine(
        CellPlace place,
        List<SectionHeading> sections,
        String name,
        String base,
        boolean marked,
        boolean goal,
        SequencedMap<ColumnMeaning, LineCell> cells) {
    public IndicatorLine {
        sections = List.copyOf(sections);
        cells = new LinkedHashMap<>(cells);
    }

    public Optional<LineCell> cell(ColumnKind kind) {
        return Optional.ofNullable(cells.get(ColumnMeaning.of(kind)));
    }

    /** The cells of columns of a kind, each with what its column means, in the order of the sheet. */
    public List<Map.Entry<ColumnMeaning, LineCell>> cellsOf(ColumnKind kind) {
        return cells.entrySet().stream()
                .filter(cell -> cell.getKey().kind() == kind)
                .map(cell -> Map.entry(cell.getKey(), cell.getValue()))
                .toList();
    }

    public String text(ColumnKind kind) {
        return cell(kind).map(LineCell::text).orElse("");
    }
}
