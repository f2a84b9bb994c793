package jp.kyosei.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import io.micronaut.context.annotation.Prototype;
import java.util.List;
import jp.kyosei.ui.session.Person;
import jp.kyosei.ui.session.SignedInPerson;
import org.jspecify.annotations.Nullable;

/** The frame around every view: skip link, top bar, side navigation, breadcrumb, and the view in the main landmark. */
@Prototype
@Tag("div")
public final class MainLayout extends Component implements RouterLayout, AfterNavigationObserver {
    private final FrameContentSource contents;
    private final SignedInPerson signedIn;
    private final TopBar topBar = new TopBar();
    private final SideNavigation navigation = new SideNavigation();
    private final Breadcrumb breadcrumb = new Breadcrumb();
    private final Main main = new Main();
    private final Span announcement = new Span();

    public MainLayout(FrameContentSource contents, SignedInPerson signedIn) {
        this.contents = contents;
        this.signedIn = signedIn;
        announcement.addClassName("for-screen-readers");
        announcement.getElement().setAttribute("role", "status");
        Div page = new Div(breadcrumb, main);
        page.addClassName("page");
        Div body = new Div(navigation, page);
        body.addClassName("frame-body");
        getElement().setAttribute("class", "frame");
        getElement()
                .appendChild(
                        new SkipLink(main).getElement(),
                        topBar.getElement(),
                        body.getElement(),
                        announcement.getElement());
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
        Person person = signedIn.require();
        FrameContent content = contents.contentFor(person, event.getLocation().getPath());
        topBar.show(person, content);
        navigation.show(content.navigation());
        breadcrumb.show(breadcrumbOf(event.getActiveChain()));
        UI.getCurrentOrThrow().getPage().executeJs("return document.title").then(String.class, announcement::setText);
    }

    private static List<Crumb> breadcrumbOf(List<HasElement> shown) {
        return shown.stream()
                .filter(HasBreadcrumb.class::isInstance)
                .map(HasBreadcrumb.class::cast)
                .findFirst()
                .map(HasBreadcrumb::breadcrumb)
                .orElse(List.of());
    }
}
