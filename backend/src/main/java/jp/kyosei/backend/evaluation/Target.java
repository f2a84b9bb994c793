package jp.kyosei.backend.evaluation;

import java.math.BigDecimal;
import jp.kyosei.backend.figure.FiscalYear;

/** The target (目標値) of a fiscal year; the latest of an indicator is its final target. */
public record Target(FiscalYear fiscalYear, BigDecimal value) {}
