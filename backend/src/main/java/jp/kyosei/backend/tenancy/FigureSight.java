package jp.kyosei.backend.tenancy;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody sees into figures that are not confirmed yet.
 *
 * @param everything the owner's secretariat
 * @param towns the municipalities for which the person works on figures
 */
public record FigureSight(boolean everything, Set<MunicipalityCode> towns) {
    public FigureSight {
        towns = Set.copyOf(towns);
    }

    /** What a town has not submitted, or has been sent back; none for a figure of the whole owner. */
    public boolean seesDraftsOf(@Nullable MunicipalityCode town) {
        return everything || (town != null && towns.contains(town));
    }

    /** What a town has submitted and nobody has confirmed. */
    public boolean seesSubmitted() {
        return everything || !towns.isEmpty();
    }
}
