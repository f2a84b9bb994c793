package jp.kyosei.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.RouterLayout;
import org.jspecify.annotations.Nullable;

/**
 * What every frame has: the link past it to the content, the view in the main landmark, and the title said aloud when the
 * view changes.
 */
@Tag("div")
public abstract class ScreenFrame extends Component implements RouterLayout, AfterNavigationObserver {
    private final Main main = new Main();
    private final Span announcement = new Span();
    private @Nullable String shownPath;

    /**
     * Puts the frame together once.
     *
     * @param classes of the frame itself
     * @param around what stands around the view, of which one part holds {@link #main()}, or is it
     */
    protected final void lay(String classes, Component... around) {
        announcement.addClassName("for-screen-readers");
        announcement.getElement().setAttribute("role", "status");
        getElement().setAttribute("class", classes);
        getElement().appendChild(new SkipLink(main).getElement());
        for (Component part : around) {
            getElement().appendChild(part.getElement());
        }
        getElement().appendChild(announcement.getElement());
    }

    /** The landmark that the view is shown in. */
    protected final Main main() {
        return main;
    }

    @Override
    public final void showRouterLayoutContent(@Nullable HasElement content) {
        main.removeAll();
        if (content != null) {
            main.getElement().appendChild(content.getElement());
        }
    }

    @Override
    public final void removeRouterLayoutContent(@Nullable HasElement oldContent) {
        main.removeAll();
    }

    @Override
    public final void afterNavigation(AfterNavigationEvent event) {
        shown(event);
        beginAtTheTop(event);
        UI.getCurrentOrThrow().getPage().executeJs("return document.title").then(String.class, announcement::setText);
    }

    /** Somebody who leaves the end of a long page would land in the middle of the next one. Back leads to where one was. */
    private void beginAtTheTop(AfterNavigationEvent event) {
        String path = event.getLocation().getPath();
        boolean other = shownPath != null && !shownPath.equals(path);
        shownPath = path;
        if (other && event.getLocationChangeEvent().getTrigger() != NavigationTrigger.HISTORY) {
            UI.getCurrentOrThrow().getPage().executeJs("if (!location.hash) window.scrollTo(0, 0)");
        }
    }

    /** Another view is in the frame now; a frame that says nothing of its view has nothing to do. */
    protected void shown(AfterNavigationEvent event) {}
}
