package jp.kyosei.ui.reading;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import io.micronaut.context.annotation.Prototype;
import jp.kyosei.ui.session.SignedInPerson;
import jp.kyosei.ui.shell.Crumb;
import jp.kyosei.ui.shell.FrameContentSource;
import jp.kyosei.ui.shell.MemberWays;
import jp.kyosei.ui.shell.ScreenFrame;
import jp.kyosei.ui.shell.TextSize;

/** The frame for reading: the way back, how far one is, the size of the type, the way out, and nothing else. */
@Prototype
@CssImport("./shell/member.css")
@CssImport("./reading/reading.css")
@JsModule("./reading/paging.ts")
public final class ReadingLayout extends ScreenFrame {
    private final Anchor back = new Anchor("", "");
    private final Span place = new Span();
    private final MemberWays ways = new MemberWays();
    private final FrameContentSource contents;
    private final SignedInPerson signedIn;
    private boolean opened;

    public ReadingLayout(FrameContentSource contents, SignedInPerson signedIn) {
        this.contents = contents;
        this.signedIn = signedIn;
        back.addClassName("reading-back");
        place.addClassName("reading-place");
        Header bar = new Header(back, place, new TextSize(), logout());
        bar.addClassName("reading-bar");
        lay("frame reading-frame", ways, bar, main());
    }

    @Override
    protected void shown(AfterNavigationEvent event) {
        ways.show(contents.contentFor(signedIn.require(), event.getLocation().getPath()));
        event.getActiveChain().stream()
                .filter(ReadingPlace.class::isInstance)
                .map(ReadingPlace.class::cast)
                .findFirst()
                .ifPresent(this::show);
        if (opened) {
            // What was pressed to get here is gone: reading goes on from the top.
            main().getElement().executeJs("this.focus({ preventScroll: true }); window.scrollTo(0, 0)");
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
}
