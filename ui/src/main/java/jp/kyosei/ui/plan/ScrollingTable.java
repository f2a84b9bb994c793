package jp.kyosei.ui.plan;

import com.vaadin.flow.component.html.Div;

/** A table that may be wider than the page: it scrolls by itself, with the keyboard too. */
public final class ScrollingTable extends Div {
    /** @param label what screen readers call the region */
    public ScrollingTable(HtmlTable table, String label) {
        super(table);
        addClassName("table-scroller");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", label);
    }
}
