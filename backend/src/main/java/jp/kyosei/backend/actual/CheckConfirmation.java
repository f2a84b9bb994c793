package jp.kyosei.backend.actual;

import java.time.Instant;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.IndicatorId;

/**
 * A person's confirmation that a figure stands although a check (指摘) asks; the reason stays as long as no other figure is
 * entered for the indicator and year.
 */
public record CheckConfirmation(
        IndicatorId indicator, FiscalYear fiscalYear, String code, String confirmedBy, Instant at, String reason) {}
