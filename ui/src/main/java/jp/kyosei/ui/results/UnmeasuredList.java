package jp.kyosei.ui.results;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.results.ResultsRow;
import jp.kyosei.backend.results.Summary;
import jp.kyosei.ui.plan.PlanAddress;

/** The indicators that could not be measured in a year, each with its reason. */
final class UnmeasuredList extends Div {
    UnmeasuredList(Summary summary) {
        add(new H2("進捗を把握できなかった指標（%d）".formatted(summary.unmeasured().size())));
        if (summary.unmeasured().isEmpty()) {
            add(new Paragraph("すべての指標に実績があります。"));
            return;
        }
        PlanAddress address = new PlanAddress(summary.content().plan().slug());
        UnorderedList list = new UnorderedList();
        for (ResultsRow row : summary.unmeasured()) {
            Anchor link = new Anchor(
                    address.indicator(row.indicator().no(), summary.fiscalYear()),
                    "No.%s %s".formatted(row.indicator().no(), row.indicator().name()));
            list.add(new ListItem(link, new Span("　" + reason(row, summary.fiscalYear()))));
        }
        add(list);
    }

    private static String reason(ResultsRow row, FiscalYear year) {
        return row.figure(year)
                .map(figure -> {
                    Observation observation = figure.observation();
                    return observation != null && observation.observed() instanceof Observed.Missing why
                            ? why.text()
                            : "未報告";
                })
                .orElse("未報告");
    }
}
