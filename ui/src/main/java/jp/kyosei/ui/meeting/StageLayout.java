package jp.kyosei.ui.meeting;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import io.micronaut.context.annotation.Prototype;
import jp.kyosei.ui.shell.SkipLink;
import org.jspecify.annotations.Nullable;

/** What the projector shows: the view alone, without the frame of the desk, and its keys. */
@Prototype
@Tag("div")
@JsModule("./meeting/stage.ts")
public final class StageLayout extends Component implements RouterLayout, AfterNavigationObserver {
    private final Main main = new Main();
    private final Span announcement = new Span();

    public StageLayout() {
        announcement.addClassName("for-screen-readers");
        announcement.getElement().setAttribute("role", "status");
        getElement().setAttribute("class", "stage");
        getElement().appendChild(new SkipLink(main).getElement(), main.getElement(), announcement.getElement());
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

    /** The next indicator begins at the top, and is said aloud. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        UI.getCurrentOrThrow().getPage().executeJs("return document.title").then(String.class, announcement::setText);
    }
}
