package jp.kyosei.backend.actual;

import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * One actual (実績値).
 *
 * @param municipality who reports it; none for the figure of the whole owner, entered by the secretariat
 */
public record Actual(
        IndicatorId indicator,
        FiscalYear fiscalYear,
        @Nullable MunicipalityCode municipality,
        Observation observation,
        ActualState state) {}
