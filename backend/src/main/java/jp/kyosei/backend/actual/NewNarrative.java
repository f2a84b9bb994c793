package jp.kyosei.backend.actual;

import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** A narrative that comes with a new plan, where nothing was before. */
public record NewNarrative(
        IndicatorId indicator,
        FiscalYear fiscalYear,
        @Nullable MunicipalityCode municipality,
        NarrativeText text) {}
