package jp.kyosei.ui.leaving;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import java.util.List;
import jp.kyosei.backend.leaving.ending.EndingService;
import jp.kyosei.backend.leaving.order.ArchiveService;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.Crumb;
import jp.kyosei.ui.shell.ForbiddenWords;
import jp.kyosei.ui.shell.HasBreadcrumb;
import jp.kyosei.ui.shell.MainLayout;

/** データの書出しと利用終了: for the owner's admin. */
@Prototype
@Route(value = "owners/:owner/leaving", layout = MainLayout.class)
@CssImport("./plan/plan.css")
public final class LeavingView extends Div implements BeforeEnterObserver, HasBreadcrumb, HasDynamicTitle {
    /** As menus call it. */
    public static final String TITLE = "データの書出しと利用終了";

    private final transient ArchiveService archives;
    private final transient EndingService endings;
    private final transient OwnerService owners;
    private final transient AccessPolicy policy;
    private final transient CurrentActor current;
    private List<Crumb> breadcrumb = List.of();

    public LeavingView(
            ArchiveService archives,
            EndingService endings,
            OwnerService owners,
            AccessPolicy policy,
            CurrentActor current) {
        this.archives = archives;
        this.endings = endings;
        this.owners = owners;
        this.policy = policy;
        this.current = current;
        addClassName("plan-page");
    }

    /** Where it is, below the server and without a leading slash. */
    public static String address(String owner) {
        return "owners/%s/leaving".formatted(owner);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        try {
            show(event.getRouteParameters().get("owner").orElse(""));
        } catch (ForbiddenException e) {
            add(ForbiddenWords.of(e));
        } catch (jp.kyosei.backend.tenancy.NotFoundException e) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private void show(String slug) {
        Actor actor = current.require();
        Owner owner = owners.owner(actor, slug);
        policy.checkCanTakeArchive(actor, owner.id());
        breadcrumb = List.of(Crumb.withoutPage(owner.name()));
        add(
                new H1(TITLE),
                new Paragraph(owner.name()),
                new ArchiveBox(archives, current, owner.slug()),
                new EndingBox(endings, current, owner.slug()));
    }

    @Override
    public List<Crumb> breadcrumb() {
        return breadcrumb;
    }

    @Override
    public String getPageTitle() {
        return TITLE + " - Kyosei";
    }
}
