package jp.kyosei.backend.actual;

import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of a cell.
 *
 * @param municipality none for the figure of the whole owner
 * @param before what is stored; none where nothing is
 * @param after what is to be stored; none to clear the cell
 * @param state the state that the figure is to have
 * @param reason why, where one is given
 */
public record CellChange(
        IndicatorId indicator,
        FiscalYear fiscalYear,
        @Nullable MunicipalityCode municipality,
        @Nullable Actual before,
        @Nullable Observation after,
        ActualState state,
        @Nullable String reason) {

    /** A confirmed figure that comes with its plan, where nothing was before. */
    public static CellChange withPlan(
            IndicatorId indicator,
            FiscalYear fiscalYear,
            @Nullable MunicipalityCode municipality,
            Observation observation) {
        return new CellChange(indicator, fiscalYear, municipality, null, observation, ActualState.CONFIRMED, null);
    }
}
