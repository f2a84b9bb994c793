package jp.kyosei.backend.plan;

import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.tenancy.WrongTextException;

/** The fiscal years of a plan (計画期間), both included. */
public record PlanPeriod(FiscalYear first, FiscalYear last) {
    /** @throws WrongTextException if it ends before it begins; names the field */
    public PlanPeriod {
        if (last.compareTo(first) < 0) {
            throw new WrongTextException(
                    "lastFiscalYear", "計画期間の終わりの年度は、はじめの年度（%s）か、その後にしてください。".formatted(first.longLabel()));
        }
    }

    /** 令和2年度〜令和6年度. */
    public String label() {
        return "%s〜%s".formatted(first.longLabel(), last.longLabel());
    }
}
