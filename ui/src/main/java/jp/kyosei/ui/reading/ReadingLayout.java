package jp.kyosei.ui.reading;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import io.micronaut.context.annotation.Prototype;
import jp.kyosei.ui.shell.Crumb;
import org.jspecify.annotations.Nullable;

/** The frame for reading: the way back, how far one is, the size of the type, the way out, and nothing else. */
@Prototype
@Tag("div")
@CssImport("./reading/reading.css")
@JsModule("./reading/paging.ts")
public final class ReadingLayout extends Component implements RouterLayout, AfterNavigationObserver {
    private static final String MAIN_ID = "main";

    private final Anchor back = new Anchor("", "");
    private final Span place = new Span();
    private final Main main = new Main();
    private final Span announcement = new Span();
    private boolean opened;

    public ReadingLayout() {
        main.setId(MAIN_ID);
        main.getElement().setAttribute("tabindex", "-1");
        announcement.addClassName("for-screen-readers");
        announcement.getElement().setAttribute("role", "status");
        back.addClassName("reading-back");
        place.addClassName("reading-place");
        Header bar = new Header(back, place, new TextSize(), logout());
        bar.addClassName("reading-bar");
        getElement().setAttribute("class", "frame reading-frame");
        getElement()
                .appendChild(skipLink().getElement(), bar.getElement(), main.getElement(), announcement.getElement());
    }

    @Override
    public void showRouterLayoutContent(@Nullable HasElement content) {
        main.removeAll();
        if (content != null) {
            main.getElement().appendChild(content.getElement());
        }
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement oldContent) {
        main.removeAll();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        event.getActiveChain().stream()
                .filter(ReadingPlace.class::isInstance)
                .map(ReadingPlace.class::cast)
                .findFirst()
                .ifPresent(this::show);
        UI.getCurrentOrThrow().getPage().executeJs("return document.title").then(String.class, announcement::setText);
        if (opened) {
            // What was pressed to get here is gone: reading goes on from the top.
            main.getElement().executeJs("this.focus({ preventScroll: true }); window.scrollTo(0, 0)");
        }
        opened = true;
    }

    private void show(ReadingPlace shown) {
        Crumb way = shown.back();
        back.setHref(way.href());
        back.setText("‹ " + way.label());
        ReadingPlace.Place at = shown.place();
        boolean inOrder = at.ordinal() > 0;
        place.setText(inOrder ? "%d / %d".formatted(at.ordinal(), at.total()) : "");
        place.getElement().setAttribute("role", "img");
        place.getElement()
                .setAttribute("aria-label", inOrder ? "%dのうち%d番目".formatted(at.total(), at.ordinal()) : "順番なし");
        place.setVisible(inOrder);
    }

    private static Anchor logout() {
        Anchor logout = new Anchor("/oauth/logout", "ログアウト");
        logout.addClassName("reading-logout");
        logout.setRouterIgnore(true);
        return logout;
    }

    private static Anchor skipLink() {
        Anchor link = new Anchor("#" + MAIN_ID, "本文へ移る");
        link.addClassName("skip-link");
        link.setRouterIgnore(true);
        return link;
    }
}
