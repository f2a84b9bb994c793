package jp.kyosei.ui.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.plan.InitiativeSpan;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.Section;

/** A section of a plan as it is read: its level's name, title and text, and its initiatives over the years. */
final class SectionBlock extends Div {
    private static final int HEADING_BELOW_TITLE = 2;
    private static final int DEEPEST_HEADING = 6;

    SectionBlock(Plan plan, Section section, List<Initiative> initiatives) {
        addClassNames("section", "level-" + section.level());
        int rank = Math.min(DEEPEST_HEADING, HEADING_BELOW_TITLE - 1 + section.level());
        HtmlComponent heading = new HtmlComponent("h" + rank);
        List<String> names = plan.levelNames();
        Span level = new Span(section.level() <= names.size() ? names.get(section.level() - 1) : "");
        level.addClassName("level-name");
        heading.getElement()
                .appendChild(level.getElement(), new Span(section.number() + " " + section.title()).getElement());
        add(heading);
        if (!section.body().isEmpty()) {
            add(new Paragraph(section.body()));
        }
        if (!initiatives.isEmpty()) {
            add(initiatives(initiatives));
        }
    }

    private static Component initiatives(List<Initiative> initiatives) {
        UnorderedList list = new UnorderedList();
        list.addClassName("initiatives");
        for (Initiative initiative : initiatives) {
            Span title = new Span(initiative.title());
            title.addClassName("initiative-title");
            ListItem item = new ListItem(title);
            for (InitiativeSpan span : initiative.spans()) {
                Span years = new Span(years(span));
                years.addClassName("years");
                item.add(new Div(years, new Span(span.text())));
            }
            list.add(item);
        }
        return list;
    }

    private static String years(InitiativeSpan span) {
        String first = span.firstFiscalYear().shortLabel();
        return span.firstFiscalYear().equals(span.lastFiscalYear())
                ? first
                : first + "〜" + span.lastFiscalYear().shortLabel();
    }
}
