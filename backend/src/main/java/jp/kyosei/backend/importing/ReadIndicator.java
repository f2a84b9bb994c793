package jp.kyosei.backend.importing;

import java.util.Map;
import jp.kyosei.backend.sheet.CellPlace;
import org.jspecify.annotations.Nullable;

/**
 * An indicator as a file has it, and where in the file each part stands.
 *
 * @param numbered whether the file gives its number; otherwise the entry's is made up
 * @param place of its name
 * @param places of its parts, by {@link #actual} and its like
 */
record ReadIndicator(
        PlanDocument.IndicatorEntry entry, boolean numbered, CellPlace place, Map<String, CellPlace> places) {
    static final String BASELINE = "baseline";
    static final String UNIT = "unit";

    ReadIndicator {
        places = Map.copyOf(places);
    }

    static String actual(int year, @Nullable String town) {
        return "actual/%d/%s".formatted(year, town == null ? "" : town);
    }

    static String record(int year, String part) {
        return "record/%d/%s".formatted(year, part);
    }

    static String target(int year) {
        return "target/" + year;
    }

    static String narrative(int year, @Nullable String town) {
        return "narrative/%d/%s".formatted(year, town == null ? "" : town);
    }

    CellPlace at(String part) {
        return places.getOrDefault(part, place);
    }

    /** Where something that was printed of a year stands. */
    CellPlace ofRecord(int year) {
        return first("record/" + year + "/");
    }

    /** Where the figure of a year stands, whoever reported it. */
    CellPlace ofYear(int year) {
        return first("actual/" + year + "/");
    }

    private CellPlace first(String prefix) {
        return places.entrySet().stream()
                .filter(part -> part.getKey().startsWith(prefix))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(place);
    }
}
