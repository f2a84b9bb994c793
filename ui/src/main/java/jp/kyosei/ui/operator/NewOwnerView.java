package jp.kyosei.ui.operator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.kyosei.backend.clock.JapaneseDay;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.owners.keeping.OwnerKeeping;
import jp.kyosei.backend.owners.register.MunicipalityRegister;
import jp.kyosei.backend.owners.register.RegisterEdition;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.Crumb;
import jp.kyosei.ui.shell.HasBreadcrumb;
import jp.kyosei.ui.shell.MainLayout;

/** 団体の登録: a municipality of the register, or an alliance of several. */
@Prototype
@Route(value = OwnersAddress.NEW, layout = MainLayout.class)
@PageTitle(NewOwnerView.TITLE + " - Kyosei")
@CssImport("./discussion/thread.css")
@CssImport("./operator/operator.css")
public final class NewOwnerView extends Div implements BeforeEnterObserver, HasBreadcrumb {
    static final String TITLE = "団体の登録";

    private final OwnerKeeping keeping;
    private final OwnerService owners;
    private final MunicipalityRegister register;
    private final CurrentActor current;
    private final Clock clock;

    public NewOwnerView(
            OwnerKeeping keeping,
            OwnerService owners,
            MunicipalityRegister register,
            CurrentActor current,
            Clock clock) {
        this.keeping = keeping;
        this.owners = owners;
        this.register = register;
        this.current = current;
        this.clock = clock;
        addClassName("plain-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        boolean alliance = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("kind")
                .filter("alliance"::equals)
                .isPresent();
        try {
            Actor actor = current.require();
            RegisterEdition edition = register.edition(actor);
            add(new H1(TITLE), ways(alliance));
            if (alliance) {
                add(new AllianceForm(register, current, FiscalYear.of(LocalDate.now(clock)), this::openAlliance));
            } else {
                add(new MunicipalityForm(register, current, this::openMunicipality));
            }
            add(new Paragraph("市町村の名簿は、%s現在の%sによります。".formatted(JapaneseDay.words(edition.asOf()), edition.source())));
        } catch (jp.kyosei.backend.tenancy.NotFoundException e) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private static Component ways(boolean alliance) {
        Anchor town = new Anchor(OwnersAddress.NEW, "市町村");
        Anchor sphere = new Anchor(OwnersAddress.NEW_ALLIANCE, "圏域");
        (alliance ? sphere : town).getElement().setAttribute("aria-current", "page");
        Nav nav = new Nav(town, sphere);
        nav.addClassName("owner-kinds");
        nav.getElement().setAttribute("aria-label", "登録する団体の種類");
        return nav;
    }

    private void openMunicipality(MunicipalityForm.Given given) {
        Actor actor = current.require();
        show(actor, keeping.openMunicipality(actor, given.slug(), null, given.code(), given.state()));
    }

    private void openAlliance(AllianceForm.Given given) {
        Actor actor = current.require();
        show(
                actor,
                keeping.openAlliance(actor, given.slug(), given.name(), given.kind(), given.members(), given.state()));
    }

    private void show(Actor actor, OwnerId opened) {
        UI.getCurrentOrThrow()
                .navigate(OwnersAddress.owner(owners.known(actor, opened).slug()));
    }

    @Override
    public List<Crumb> breadcrumb() {
        return List.of(new Crumb(OwnersView.TITLE, OwnersAddress.LIST));
    }
}
