package jp.kyosei.backend.plan;

import jp.kyosei.backend.figure.FiscalYear;

/** What an initiative does during a span of fiscal years, both included. */
public record InitiativeSpan(FiscalYear firstFiscalYear, FiscalYear lastFiscalYear, String text) {
    public InitiativeSpan {
        if (lastFiscalYear.compareTo(firstFiscalYear) < 0) {
            throw new IllegalArgumentException("取組の最終年度は初年度以後でなければなりません。");
        }
    }
}
