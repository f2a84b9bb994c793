package jp.kyosei.backend.publishing;

import java.util.List;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.PlanContent;

/**
 * The years of a plan and what of them is published.
 *
 * @param years every year of the plan, newest first
 */
public record PublicationOverview(PlanContent content, List<YearPublication> years) {
    public PublicationOverview {
        years = List.copyOf(years);
    }

    /** A year of the plan. */
    public YearPublication year(FiscalYear wanted) {
        return years.stream()
                .filter(year -> year.fiscalYear().equals(wanted))
                .findFirst()
                .orElseThrow();
    }
}
