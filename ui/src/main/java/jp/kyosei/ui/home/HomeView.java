package jp.kyosei.ui.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import java.util.List;
import java.util.stream.Collectors;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.plan.PlanSummary;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.Grant;
import jp.kyosei.ui.history.ServiceHistoryView;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.MainLayout;

/** ホーム: the plans that the person may read, what waits for attention in them, and the person's owners and roles. */
@Prototype
@Route(value = "", layout = MainLayout.class)
@PageTitle("ホーム - Kyosei")
@CssImport("./plan/plan.css")
public final class HomeView extends Div implements BeforeEnterObserver {
    private final PlanService plans;
    private final PlanCards cards;
    private final CurrentActor current;

    public HomeView(PlanService plans, PlanCards cards, CurrentActor current) {
        this.plans = plans;
        this.cards = cards;
        this.current = current;
        addClassName("home-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor actor = current.require();
        removeAll();
        add(new H1("ホーム"), new H2("計画"));
        List<PlanSummary> readable = plans.plans(actor);
        if (readable.isEmpty()) {
            add(new Paragraph(
                    actor.operator()
                            ? "運用担当は、各団体の計画や実績を見ることができません。"
                            : "見られる計画がまだありません。担当の計画があるはずのときは、事務局または団体管理者にお尋ねください。"));
        }
        Div laid = new Div();
        laid.addClassName("plan-cards");
        readable.forEach(plan -> laid.add(cards.card(actor, plan)));
        add(laid, new H2("団体と権限"), owners(actor));
    }

    private static Component owners(Actor actor) {
        UnorderedList list = new UnorderedList();
        if (actor.operator()) {
            list.add(new ListItem(
                    new Span("Kyosei（運用担当）　"),
                    new Anchor(ServiceHistoryView.ADDRESS, ServiceHistoryView.TITLE + " ›")));
        }
        actor.grantsByOwner()
                .values()
                .forEach(grants -> list.add(
                        new ListItem("%s：%s".formatted(grants.getFirst().ownerName(), standing(grants)))));
        return list;
    }

    /** The roles held in the owner itself; only where there are none, that the person reads it as a member. */
    private static String standing(List<Grant> grants) {
        String held = grants.stream()
                .filter(Grant::isDirect)
                .map(grant -> grant.role().label())
                .collect(Collectors.joining("、"));
        return held.isEmpty() ? "構成市町として閲覧" : held;
    }
}
