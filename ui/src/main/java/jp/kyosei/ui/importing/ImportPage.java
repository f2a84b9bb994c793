package jp.kyosei.ui.importing;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteParameters;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.Crumb;
import jp.kyosei.ui.shell.ForbiddenWords;
import jp.kyosei.ui.shell.HasBreadcrumb;

/** A page of an owner's imports. Whoever reads the owner but is not its secretariat is told so; others find nothing. */
@CssImport("./plan/plan.css")
@CssImport("./importing/importing.css")
abstract class ImportPage extends Div implements BeforeEnterObserver, HasBreadcrumb, HasDynamicTitle {
    private final OwnerService owners;
    private final CurrentActor current;
    private List<Crumb> breadcrumb = List.of();

    ImportPage(OwnerService owners, CurrentActor current) {
        this.owners = owners;
        this.current = current;
        addClassNames("plan-page", "import-page");
    }

    /** Loads and lays out the page. */
    abstract void show(Actor actor, Owner owner, RouteParameters parameters);

    final Actor actor() {
        return current.require();
    }

    final void placeAt(Owner owner, Crumb... below) {
        breadcrumb = Stream.concat(Stream.of(Crumb.withoutPage(owner.name())), Arrays.stream(below))
                .toList();
    }

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        RouteParameters parameters = event.getRouteParameters();
        try {
            Actor actor = actor();
            show(actor, owners.owner(actor, parameters.get("owner").orElse("")), parameters);
        } catch (ForbiddenException e) {
            removeAll();
            add(ForbiddenWords.of(e));
        } catch (jp.kyosei.backend.tenancy.NotFoundException e) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    public final List<Crumb> breadcrumb() {
        return breadcrumb;
    }

    @Override
    public final String getPageTitle() {
        return "ファイルの取込 - Kyosei";
    }
}
