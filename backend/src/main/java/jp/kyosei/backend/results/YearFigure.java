package jp.kyosei.backend.results;

import java.math.BigDecimal;
import java.util.List;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * An indicator's figure of one year, consolidated, and the parts it was made from.
 *
 * @param observation the consolidated figure; none where nothing is recorded
 * @param value the figure as a number in the indicator's unit and decimals; none where it is missing
 * @param text the figure as the sheet prints it; the reason's label where it is missing; empty where nothing is recorded
 * @param partial whether a town's part is missing from the consolidated figure
 * @param provisional whether it is made of a figure that is not confirmed yet (未確定)
 * @param missingTowns the reporters that have given nothing for the year, where others have
 */
public record YearFigure(
        FiscalYear fiscalYear,
        @Nullable Observation observation,
        @Nullable BigDecimal value,
        String text,
        boolean partial,
        boolean provisional,
        List<TownFigure> byTown,
        List<MunicipalityCode> missingTowns) {
    public YearFigure {
        byTown = List.copyOf(byTown);
        missingTowns = List.copyOf(missingTowns);
    }
}
