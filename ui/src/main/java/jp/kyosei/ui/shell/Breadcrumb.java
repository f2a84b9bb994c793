package jp.kyosei.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import java.util.List;

/** Where the page stands in the whole. */
class Breadcrumb extends Nav {
    Breadcrumb() {
        addClassName("breadcrumb");
        getElement().setAttribute("aria-label", "現在の位置");
        setVisible(false);
    }

    void show(List<Crumb> steps) {
        removeAll();
        setVisible(!steps.isEmpty());
        OrderedList list = new OrderedList();
        steps.stream().map(Breadcrumb::step).forEach(list::add);
        add(list);
    }

    private static ListItem step(Crumb crumb) {
        return crumb.href().isEmpty()
                ? new ListItem(crumb.label())
                : new ListItem(new Anchor(crumb.href(), crumb.label()));
    }
}
