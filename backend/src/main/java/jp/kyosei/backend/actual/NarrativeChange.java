package jp.kyosei.backend.actual;

import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of a narrative.
 *
 * @param municipality none for one of the whole owner
 * @param before what is stored; none where nothing is
 * @param after what is to be stored; none to remove it
 * @param reason why, where one is given
 */
public record NarrativeChange(
        IndicatorId indicator,
        FiscalYear fiscalYear,
        @Nullable MunicipalityCode municipality,
        @Nullable Narrative before,
        @Nullable NarrativeText after,
        ActualState state,
        @Nullable String reason) {

    /** A confirmed narrative that comes with its plan, where nothing was before. */
    public static NarrativeChange withPlan(
            IndicatorId indicator, FiscalYear fiscalYear, @Nullable MunicipalityCode municipality, NarrativeText text) {
        return new NarrativeChange(indicator, fiscalYear, municipality, null, text, ActualState.CONFIRMED, null);
    }
}
