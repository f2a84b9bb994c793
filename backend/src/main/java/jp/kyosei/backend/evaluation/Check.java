package jp.kyosei.backend.evaluation;

import jp.kyosei.backend.figure.FiscalYear;

/** One finding on a figure: which rule, which year, and in Japanese what was found and what to do. */
public record Check(CheckCode code, FiscalYear fiscalYear, String message) {}
