package jp.kyosei.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import jp.kyosei.ui.session.Person;

/** Over a committee member's screens: where one can go, the way back, the size of the type, and the way out. */
final class MemberBar extends Header {
    private final MemberWays ways = new MemberWays();
    private final Div line = new Div();

    MemberBar() {
        addClassName("member-bar");
        line.addClassName("reading-bar");
        add(ways, line);
    }

    void show(Person person, FrameContent content, Optional<Crumb> back) {
        ways.show(content);
        line.removeAll();
        Anchor way = new Anchor("", "");
        way.addClassName("reading-back");
        back.ifPresentOrElse(
                crumb -> {
                    way.setHref(crumb.href());
                    way.setText("‹ " + crumb.label());
                    line.add(way);
                },
                () -> line.add(new Span(content.owner())));
        if (content.owners().size() > 1) {
            line.add(new LinkMenu(content.owner(), "owner-switch", content.owners(), "別の計画主体へ"));
        }
        line.add(new TextSize(), TopBar.personMenu(person));
    }

    /** Where a screen stands: none for the first page, which leads nowhere back. */
    static Optional<Crumb> back(String path, List<Crumb> breadcrumb) {
        return path.isEmpty() ? Optional.empty() : Optional.of(MemberWays.wayBack(breadcrumb));
    }
}
