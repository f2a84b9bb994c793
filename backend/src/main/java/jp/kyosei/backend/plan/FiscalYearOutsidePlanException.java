package jp.kyosei.backend.plan;

import jp.kyosei.backend.figure.FiscalYear;

/** A fiscal year was asked for that the plan does not cover. */
public final class FiscalYearOutsidePlanException extends RuntimeException {
    FiscalYearOutsidePlanException(Plan plan, FiscalYear year) {
        super(
                "この計画は%sから%sまでです。%sの実績はありません。計画期間の年度を指定してください。"
                        .formatted(
                                plan.firstFiscalYear().longLabel(),
                                plan.lastFiscalYear().longLabel(),
                                year.longLabel()),
                null,
                false,
                false);
    }
}
