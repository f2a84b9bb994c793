package jp.kyosei.ui.drafting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.ui.form.PlainSelect;

/** Choices of fiscal years of a plan. */
final class Years {
    private Years() {}

    /** The plan's years, and further ones that stand there already. */
    static PlainSelect select(String label, Plan plan, List<FiscalYear> further) {
        TreeSet<FiscalYear> years = new TreeSet<>(plan.fiscalYears());
        years.addAll(further);
        Map<String, String> choices = new LinkedHashMap<>();
        years.forEach(year -> choices.put(value(year), year.longLabel()));
        PlainSelect select = new PlainSelect(label, choices);
        select.addClassName("short-field");
        return select;
    }

    static String value(FiscalYear year) {
        return Integer.toString(year.year());
    }

    static FiscalYear year(String value) {
        return new FiscalYear(Integer.parseInt(value));
    }
}
