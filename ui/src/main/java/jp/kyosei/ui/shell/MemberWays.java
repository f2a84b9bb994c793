package jp.kyosei.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** The few places that a committee member goes to, the same over every screen. */
public final class MemberWays extends Nav {
    public MemberWays() {
        addClassName("member-ways");
        getElement().setAttribute("aria-label", "おもな画面");
    }

    /** Shows them; hidden where nobody of the committee reads. */
    public void show(FrameContent content) {
        removeAll();
        setVisible(content.member());
        UnorderedList entries = new UnorderedList();
        content.navigation().stream()
                .flatMap(group -> group.entries().stream())
                .map(MemberWays::entry)
                .forEach(entries::add);
        add(entries);
    }

    private static ListItem entry(NavigationEntry entry) {
        Anchor link = new Anchor(entry.href(), entry.label());
        if (entry.isOutside()) {
            // Not a screen: the router must leave it to the browser.
            link.getElement().setAttribute("router-ignore", "");
        }
        if (entry.current()) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return new ListItem(link);
    }

    /** The last step of the way that has a page, or the first page. */
    static Crumb wayBack(List<Crumb> breadcrumb) {
        return breadcrumb.stream()
                .filter(crumb -> !crumb.href().isEmpty())
                .reduce((earlier, later) -> later)
                .orElseGet(() -> new Crumb("ホーム", ""));
    }
}
