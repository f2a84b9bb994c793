package jp.kyosei.ui.settings;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import java.time.Clock;
import java.util.List;
import jp.kyosei.backend.accounts.ownlogin.OwnLoginService;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.owners.alliance.AllianceService;
import jp.kyosei.backend.owners.department.DepartmentClosing;
import jp.kyosei.backend.owners.department.DepartmentService;
import jp.kyosei.backend.owners.support.SupportService;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.OwnerKind;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.session.PublicUrl;
import jp.kyosei.ui.shell.Crumb;
import jp.kyosei.ui.shell.ForbiddenWords;
import jp.kyosei.ui.shell.HasBreadcrumb;
import jp.kyosei.ui.shell.MainLayout;

/** 団体の設定: the departments, the members and their contacts, and access for help, as the owner's admin keeps them. */
@Prototype
@Route(value = "owners/:owner/settings", layout = MainLayout.class)
@CssImport("./plan/plan.css")
@CssImport("./discussion/thread.css")
@CssImport("./operator/operator.css")
public final class OwnerSettingsView extends Div implements BeforeEnterObserver, HasBreadcrumb, HasDynamicTitle {
    public static final String TITLE = "団体の設定";

    private final OwnerService owners;
    private final DepartmentService departments;
    private final DepartmentClosing closing;
    private final AllianceService alliances;
    private final SupportService support;
    private final OwnLoginService logins;
    private final PublicUrl publicUrl;
    private final AccessPolicy policy;
    private final CurrentActor current;
    private final Clock clock;
    private List<Crumb> breadcrumb = List.of();

    public OwnerSettingsView(
            OwnerService owners,
            DepartmentService departments,
            DepartmentClosing closing,
            AllianceService alliances,
            SupportService support,
            OwnLoginService logins,
            PublicUrl publicUrl,
            AccessPolicy policy,
            CurrentActor current,
            Clock clock) {
        this.owners = owners;
        this.departments = departments;
        this.closing = closing;
        this.alliances = alliances;
        this.support = support;
        this.logins = logins;
        this.publicUrl = publicUrl;
        this.policy = policy;
        this.current = current;
        this.clock = clock;
        addClassName("plan-page");
    }

    /** Where the settings of an owner are, below the server and without a leading slash. */
    public static String address(String owner) {
        return "owners/%s/settings".formatted(owner);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        try {
            show(event.getRouteParameters().get("owner").orElse(""));
        } catch (ForbiddenException e) {
            removeAll();
            add(ForbiddenWords.of(e));
        } catch (jp.kyosei.backend.tenancy.NotFoundException e) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private void show(String slug) {
        Actor actor = current.require();
        Owner owner = owners.owner(actor, slug);
        policy.checkCanSettle(actor, owner.id());
        breadcrumb = List.of(Crumb.withoutPage(owner.name()));
        add(new H1(TITLE));
        add(new DepartmentsPart(owner.id(), departments, closing, current, clock));
        if (owner.kind() == OwnerKind.ALLIANCE) {
            add(new ContactsPart(slug, owners, alliances, current));
        }
        add(
                new OwnLoginPart(owner.id(), logins, current, publicUrl),
                new SupportPart(owner.id(), support, current, clock));
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
