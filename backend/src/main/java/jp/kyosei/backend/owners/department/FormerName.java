package jp.kyosei.backend.owners.department;

import jp.kyosei.backend.figure.FiscalYear;

/** What a department was called up to a fiscal year, included. */
public record FormerName(FiscalYear lastFiscalYear, String name) {}
