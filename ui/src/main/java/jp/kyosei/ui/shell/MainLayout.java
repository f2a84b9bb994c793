package jp.kyosei.ui.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import io.micronaut.context.annotation.Prototype;
import java.util.List;
import jp.kyosei.ui.session.Person;
import jp.kyosei.ui.session.SignedInPerson;

/**
 * The frame around every view: skip link, top bar, side navigation, breadcrumb, and the view in the main landmark. Committee
 * members get a calmer one, in which only the view and the few ways of theirs stand.
 */
@Prototype
@CssImport("./reading/reading.css")
@CssImport("./shell/member.css")
public final class MainLayout extends ScreenFrame {
    private final FrameContentSource contents;
    private final SignedInPerson signedIn;
    private final TopBar topBar = new TopBar();
    private final SideNavigation navigation = new SideNavigation();
    private final Breadcrumb breadcrumb = new Breadcrumb();
    private final MemberBar memberBar = new MemberBar();

    public MainLayout(FrameContentSource contents, SignedInPerson signedIn) {
        this.contents = contents;
        this.signedIn = signedIn;
        Div page = new Div(breadcrumb, main());
        page.addClassName("page");
        Div body = new Div(navigation, page);
        body.addClassName("frame-body");
        lay("frame", topBar, memberBar, body);
    }

    @Override
    protected void shown(AfterNavigationEvent event) {
        Person person = signedIn.require();
        FrameContent content = contents.contentFor(person, event.getLocation().getPath());
        List<Crumb> way = breadcrumbOf(event.getActiveChain());
        getElement().getClassList().set("member-frame", content.member());
        topBar.setVisible(!content.member());
        navigation.setVisible(!content.member());
        memberBar.setVisible(content.member());
        if (content.member()) {
            memberBar.show(person, content, MemberBar.back(event.getLocation().getPath(), way));
            breadcrumb.setVisible(false);
        } else {
            topBar.show(person, content);
            navigation.show(content.navigation());
            breadcrumb.show(way);
        }
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
