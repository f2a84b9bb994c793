package jp.kyosei.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** The places of the product, grouped. Folds into a button where there is little room. */
class SideNavigation extends Nav {
    static final String ID = "side-navigation";

    SideNavigation() {
        setId(ID);
        addClassName("side-navigation");
        getElement().setAttribute("aria-label", "おもな画面");
    }

    void show(List<NavigationGroup> groups) {
        removeAll();
        groups.stream().map(SideNavigation::group).forEach(this::add);
        getElement().removeAttribute("data-open");
    }

    private static Component group(NavigationGroup group) {
        Paragraph heading = new Paragraph(group.heading());
        heading.addClassName("group-heading");
        UnorderedList entries = new UnorderedList();
        entries.getElement().setAttribute("aria-label", group.heading());
        group.entries().stream().map(SideNavigation::entry).forEach(entries::add);
        return new Div(heading, entries);
    }

    private static ListItem entry(NavigationEntry entry) {
        Anchor link = new Anchor(entry.href(), new Span(entry.label()));
        if (!entry.badge().isEmpty()) {
            Span badge = new Span(entry.badge());
            badge.addClassName("badge");
            link.add(badge);
        }
        if (entry.isOutside()) {
            // Not a screen: the router must leave it to the browser.
            link.getElement().setAttribute("router-ignore", "");
        }
        if (entry.current()) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return new ListItem(link);
    }
}
