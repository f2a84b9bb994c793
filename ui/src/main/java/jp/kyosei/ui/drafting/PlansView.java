package jp.kyosei.ui.drafting;

import com.vaadin.flow.component.button.Button;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.revision.PlanBeginning;
import jp.kyosei.backend.revision.PlanCreation;
import jp.kyosei.backend.revision.PlanRegister;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.plan.PlanAddress;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.Crumb;
import jp.kyosei.ui.shell.ForbiddenWords;
import jp.kyosei.ui.shell.HasBreadcrumb;
import jp.kyosei.ui.shell.MainLayout;

/** 計画の一覧: the register of an owner's plans, and where a new one begins. */
@Prototype
@Route(value = "owners/:owner/plans", layout = MainLayout.class)
@CssImport("./plan/plan.css")
@CssImport("./drafting/drafting.css")
public final class PlansView extends Div implements BeforeEnterObserver, HasBreadcrumb, HasDynamicTitle {
    /** What it is called. */
    public static final String TITLE = "計画の一覧";

    private final PlanRegister register;
    private final PlanCreation creation;
    private final OwnerService owners;
    private final CurrentActor current;
    private final Clock clock;
    private List<Crumb> breadcrumb = List.of();

    public PlansView(
            PlanRegister register, PlanCreation creation, OwnerService owners, CurrentActor current, Clock clock) {
        this.register = register;
        this.creation = creation;
        this.owners = owners;
        this.current = current;
        this.clock = clock;
        addClassName("plan-page");
    }

    /** Where an owner's register is, below the server and without a leading slash. */
    public static String address(String owner) {
        return "owners/%s/plans".formatted(owner);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        String slug = event.getRouteParameters().get("owner").orElse("");
        try {
            Owner owner = owners.owner(current.require(), slug);
            RegisterTable table = new RegisterTable(register.plans(current.require(), slug));
            breadcrumb = List.of(Crumb.withoutPage(owner.name()));
            AskPlace place = new AskPlace();
            Button begin = new Button("新しい計画を作る", click -> NewPlanBox.of(
                            FiscalYear.of(LocalDate.now(clock)), wanted -> create(owner, wanted))
                    .askIn(place));
            begin.addClassNames("button", "primary");
            add(new H1(TITLE), new Paragraph(owner.name()), begin, place, table);
        } catch (ForbiddenException e) {
            removeAll();
            add(ForbiddenWords.of(e));
        } catch (jp.kyosei.backend.tenancy.NotFoundException e) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private void create(Owner owner, PlanBeginning wanted) {
        Plan plan = creation.create(current.require(), owner.slug(), wanted);
        getUI().ifPresent(ui -> ui.navigate(new PlanAddress(plan.slug()).editing(1)));
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
