package jp.kyosei.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import java.util.List;

/** A button that opens a short list of links; the browser's own disclosure, closed by Escape or a click elsewhere. */
@Tag("details")
class LinkMenu extends HtmlContainer {
    private final Div panel = new Div();
    private final UnorderedList links = new UnorderedList();

    LinkMenu(String label, String styleName, List<NavigationEntry> entries, String panelLabel) {
        addClassNames("link-menu", styleName);
        Element summary = new Element("summary");
        summary.setText(label);
        getElement().appendChild(summary);
        panel.addClassName("panel");
        links.getElement().setAttribute("aria-label", panelLabel);
        panel.add(links);
        add(panel);
        entries.forEach(entry -> addLink(linkTo(entry)));
    }

    void addNote(Component note) {
        panel.addComponentAsFirst(note);
    }

    void addLink(Anchor link) {
        links.add(new ListItem(link));
    }

    private static Anchor linkTo(NavigationEntry entry) {
        Anchor link = new Anchor(entry.href(), entry.label());
        if (entry.current()) {
            link.getElement().setAttribute("aria-current", "true");
        }
        return link;
    }
}
