package jp.kyosei.ui.operator;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.kyosei.backend.accounts.InvitationService;
import jp.kyosei.backend.accounts.ownlogin.OwnLoginService;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.owners.alliance.AllianceService;
import jp.kyosei.backend.owners.keeping.OwnerKeeping;
import jp.kyosei.backend.owners.register.MunicipalityRegister;
import jp.kyosei.backend.owners.support.SupportService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.OwnerKind;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.settings.SupportTable;
import jp.kyosei.ui.shell.Crumb;
import jp.kyosei.ui.shell.HasBreadcrumb;
import jp.kyosei.ui.shell.MainLayout;

/** One owner as the operator keeps it: its state and size, its members, and whether it lets operators help. */
@Prototype
@Route(value = "service/owners/:owner", layout = MainLayout.class)
@CssImport("./plan/plan.css")
@CssImport("./discussion/thread.css")
@CssImport("./operator/operator.css")
public final class KeptOwnerView extends Div implements BeforeEnterObserver, HasBreadcrumb, HasDynamicTitle {
    private final OwnerService owners;
    private final OwnerKeeping keeping;
    private final AllianceService alliances;
    private final MunicipalityRegister register;
    private final SupportService support;
    private final InvitationService invitations;
    private final OwnLoginService logins;
    private final CurrentActor current;
    private final Clock clock;
    private final AskPlace place = new AskPlace();
    private String title = "";

    public KeptOwnerView(
            OwnerService owners,
            OwnerKeeping keeping,
            AllianceService alliances,
            MunicipalityRegister register,
            SupportService support,
            InvitationService invitations,
            OwnLoginService logins,
            CurrentActor current,
            Clock clock) {
        this.owners = owners;
        this.keeping = keeping;
        this.alliances = alliances;
        this.register = register;
        this.support = support;
        this.invitations = invitations;
        this.logins = logins;
        this.current = current;
        this.clock = clock;
        addClassName("plan-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        place.removeAll();
        try {
            show(event.getRouteParameters().get("owner").orElse(""));
        } catch (jp.kyosei.backend.tenancy.NotFoundException e) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private void show(String slug) {
        Actor actor = current.require();
        Owner owner = owners.known(actor, slug);
        title = owner.name();
        removeAll();
        Button change = new Button("名称・状態を変える", click -> OwnerChangeBox.of(
                        owner,
                        (name, state, why) -> done(
                                slug,
                                "団体の情報を変えました。",
                                () -> keeping.change(current.require(), owner.id(), owner.version(), name, state, why)))
                .askIn(place));
        change.addClassName("button");
        add(new H1(owner.name()), place, OwnerFacts.of(owner, keeping.size(actor, owner.id())), new Paragraph(change));
        if (owner.kind() == OwnerKind.ALLIANCE) {
            add(new MembershipPart(
                    owner,
                    alliances.members(actor, owner.id()),
                    new MemberBoxes(
                            alliances, register, current, clock, place, (said, work) -> done(slug, said, work))));
        }
        add(
                new AdminInvitation(invitations, current, owner.slug()),
                new OwnLoginKeeping(logins, current, owner.id()),
                new H2("支援アクセス"),
                new Paragraph("団体管理者が許可した期間だけ、運用担当がその団体の計画を閲覧できます。許可と終了は、団体の画面で行われます。"),
                SupportTable.of(support.accesses(actor, owner.id()), LocalDate.now(clock)));
    }

    /** Does it, and shows what is there now. */
    private void done(String slug, String said, Runnable work) {
        place.attempt(() -> {
            work.run();
            return said;
        });
        if (!place.isAsking()) {
            show(slug);
        }
    }

    @Override
    public List<Crumb> breadcrumb() {
        return List.of(new Crumb(OwnersView.TITLE, OwnersAddress.LIST));
    }

    @Override
    public String getPageTitle() {
        return title + " - Kyosei";
    }
}
