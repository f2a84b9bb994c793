package jp.kyosei.ui.importing;

import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.PlanPeriod;
import jp.kyosei.ui.form.PlainSelect;

/** Which years a new plan has (計画期間): asked, for a file seldom says it. */
final class PeriodBox extends Div {
    private static final String NOT_CHOSEN = "";
    private static final int YEARS_BACK = 15;
    private static final int YEARS_AHEAD = 15;

    private final PlainSelect first;
    private final PlainSelect last;

    /** @param now about which the years lie that can be chosen */
    PeriodBox(FiscalYear now) {
        first = new PlainSelect("計画期間のはじめの年度", years(now));
        last = new PlainSelect("計画期間の終わりの年度", years(now));
        addClassName("period-box");
        add(first, last);
    }

    private static Map<String, String> years(FiscalYear now) {
        Map<String, String> years = new LinkedHashMap<>();
        years.put(NOT_CHOSEN, "選んでください");
        for (int year = now.year() - YEARS_BACK; year <= now.year() + YEARS_AHEAD; year++) {
            years.put(Integer.toString(year), new FiscalYear(year).longLabel());
        }
        return years;
    }

    /** What stands against the period as it is chosen; empty if nothing does. */
    String problem() {
        if (first.getValue().equals(NOT_CHOSEN) || last.getValue().equals(NOT_CHOSEN)) {
            return "「計画期間」のはじめと終わりの年度を選んでから、もう一度選んでください。";
        }
        return year(last).compareTo(year(first)) < 0 ? "「計画期間」の終わりの年度が、はじめの年度より前です。選び直してください。" : "";
    }

    /** To be asked where nothing stands against it. */
    PlanPeriod period() {
        return new PlanPeriod(year(first), year(last));
    }

    private static FiscalYear year(PlainSelect choice) {
        return new FiscalYear(Integer.parseInt(choice.getValue()));
    }
}
