package jp.kyosei.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Stream;
import jp.kyosei.ui.session.Person;

/** The bar on top: whose plans these are, who is here, and the way out. */
class TopBar extends Header {
    TopBar() {
        addClassName("top-bar");
    }

    void show(Person person, FrameContent content) {
        removeAll();
        Anchor brand = new Anchor("", "Kyosei");
        brand.addClassName("brand");
        Span who = new Span(content.standing().isBlank() ? person.displayName() : content.standing());
        who.addClassName("who");
        Div space = new Div();
        space.addClassName("space");
        add(navigationButton(), brand);
        if (content.owners().size() > 1) {
            add(new LinkMenu(content.owner(), "owner-switch", content.owners(), "別の計画主体へ"));
        } else if (!content.owner().isBlank()) {
            add(new Span(content.owner()));
        }
        add(space, who, personMenu(person));
    }

    private static NativeButton navigationButton() {
        NativeButton button = new NativeButton("画面を選ぶ");
        button.addClassNames("button", "navigation-button");
        button.getElement().setAttribute("data-toggles", SideNavigation.ID);
        button.getElement().setAttribute("aria-controls", SideNavigation.ID);
        button.getElement().setAttribute("aria-expanded", "false");
        return button;
    }

    static LinkMenu personMenu(Person person) {
        LinkMenu menu = new LinkMenu("メニュー", "person-menu", List.of(), "メニュー");
        Span name = new Span(Stream.of(person.displayName(), person.username())
                .distinct()
                .reduce((display, username) -> display + "（" + username + "）")
                .orElseThrow());
        name.addClassName("menu-note");
        Anchor logout = new Anchor("/oauth/logout", "ログアウト");
        logout.setRouterIgnore(true);
        menu.addNote(name);
        menu.addLink(new Anchor("me", "マイページ"));
        menu.addLink(new Anchor("me/mail", "メールの受け取り"));
        menu.addLink(logout);
        return menu;
    }
}
