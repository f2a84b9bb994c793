package jp.kyosei.backend.actual;

import java.time.Instant;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * A person's confirmation that a figure stands although a check (指摘) asks; the reason stays as long as no other figure is
 * entered for the indicator, year and town.
 *
 * @param town whose figure it is; null for the figure of the whole, and where a town reports alone
 */
public record CheckConfirmation(
        IndicatorId indicator,
        FiscalYear fiscalYear,
        @Nullable MunicipalityCode town,
        String code,
        String confirmedBy,
        Instant at,
        String reason) {}
