package jp.kyosei.ui.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.function.Function;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.Plan;

/** The heading of a plan's page: title, the year with its neighbours, and the tabs of the plan. */
public final class PlanHeading extends Div {
    /** The tabs of a plan. */
    public enum Tab {
        RESULTS("実績一覧"),
        SUMMARY("概要"),
        TREND("達成度の推移"),
        STRUCTURE("体系と取組"),
        NOTES("意見・質問");

        private final String label;

        Tab(String label) {
            this.label = label;
        }

        String hrefIn(PlanAddress address) {
            return switch (this) {
                case RESULTS -> address.results();
                case SUMMARY -> address.summary();
                case TREND -> address.trend();
                case STRUCTURE -> address.structure();
                case NOTES -> address.notes();
            };
        }
    }

    private final Plan plan;
    private final Div line = new Div();

    public PlanHeading(Plan plan, String title, Tab selected) {
        this.plan = plan;
        addClassName("plan-heading");
        line.addClassName("heading-line");
        line.add(new H1(title));
        add(line, tabs(selected));
    }

    /** Adds the switch to the years before and after; none beyond the plan. */
    public PlanHeading withYear(FiscalYear year, Function<FiscalYear, String> href) {
        Nav years = new Nav();
        years.addClassName("year-switch");
        years.getElement().setAttribute("aria-label", "年度");
        Span current = new Span(year.longLabel());
        current.addClassName("current-year");
        years.add(step("◂", year.previous(), href), current, step("▸", year.next(), href));
        line.add(years);
        return this;
    }

    /** Adds what the page offers beside its title. */
    public PlanHeading with(Component tool) {
        line.add(tool);
        return this;
    }

    private Component step(String sign, FiscalYear year, Function<FiscalYear, String> href) {
        if (!plan.covers(year)) {
            Span end = new Span(sign);
            end.addClassName("year-end");
            end.getElement().setAttribute("aria-hidden", "true");
            return end;
        }
        Anchor link = new Anchor(href.apply(year), sign);
        link.getElement().setAttribute("aria-label", year.longLabel() + "を見る");
        return link;
    }

    private Nav tabs(Tab selected) {
        PlanAddress address = new PlanAddress(plan.slug());
        Nav tabs = new Nav();
        tabs.addClassName("plan-tabs");
        tabs.getElement().setAttribute("aria-label", "計画のページ");
        for (Tab tab : Tab.values()) {
            Anchor link = new Anchor(tab.hrefIn(address), tab.label);
            if (tab == selected) {
                link.getElement().setAttribute("aria-current", "page");
            }
            tabs.add(link);
        }
        return tabs;
    }
}
