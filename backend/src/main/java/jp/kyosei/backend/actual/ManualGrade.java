package jp.kyosei.backend.actual;

import java.time.Instant;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.IndicatorId;

/** A grade that a person set beside the computed one, with author and reason. */
public record ManualGrade(
        IndicatorId indicator, FiscalYear fiscalYear, String grade, String author, Instant at, String reason) {}
