package jp.kyosei.backend.importing.reading;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.kyosei.backend.evaluation.Direction;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.document.IndicatorPart;
import jp.kyosei.backend.importing.document.WholeIndicator;
import jp.kyosei.backend.sheet.CellPlace;

/**
 * An indicator as a file has it, and where in the file each part stands.
 *
 * @param numbered whether the file gives its number; otherwise it is made up
 * @param place of its name
 * @param places of its other parts, as far as they have any
 */
public record ReadIndicator(
        WholeIndicator whole, boolean numbered, CellPlace place, Map<IndicatorPart, CellPlace> places) {
    public ReadIndicator {
        // In the order of the file, so that the first of several is the same at every look.
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
    }

    /** The same, facing another direction. */
    ReadIndicator facing(Direction direction) {
        return new ReadIndicator(whole.facing(direction), numbered, place, places);
    }

    /** Whether its unit stands with the figures themselves, as in 18.8万人, and not in a column of its own. */
    public boolean isUnitInCells() {
        CellPlace unit = places.get(IndicatorPart.UNIT);
        return unit != null
                && places.entrySet().stream()
                        .anyMatch(part -> !part.getKey().equals(IndicatorPart.UNIT)
                                && part.getValue().equals(unit));
    }

    /** The same with other contents. */
    public ReadIndicator with(WholeIndicator other) {
        return new ReadIndicator(other, numbered, place, places);
    }

    /** Where a part stands, or else the indicator. */
    public CellPlace at(IndicatorPart part) {
        return places.getOrDefault(part, place);
    }

    /** Where something that was printed of a year stands. */
    public CellPlace ofRecord(FiscalYear year) {
        return first(IndicatorPart.Kind.RECORD, year);
    }

    /** Where the figure of a year stands, whoever reported it. */
    public CellPlace ofYear(FiscalYear year) {
        return first(IndicatorPart.Kind.FIGURE, year);
    }

    private CellPlace first(IndicatorPart.Kind kind, FiscalYear year) {
        return places.entrySet().stream()
                .filter(part -> part.getKey().is(kind, year))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(place);
    }
}
