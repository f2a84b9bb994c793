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
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.Grant;
import jp.kyosei.ui.history.ServiceHistoryView;
import jp.kyosei.ui.operator.OwnersAddress;
import jp.kyosei.ui.operator.OwnersView;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.MainLayout;

/** ホーム: the plans that the person may read, what waits for attention in them, and the person's owners and roles. */
@Prototype
@Route(value = "", layout = MainLayout.class)
@PageTitle("ホーム - Kyosei")
@CssImport("./plan/plan.css")
public final class HomeView extends Div implements BeforeEnterObserver {
    private final PlanService plans;
    private final NextSteps next;
    private final PlanCards cards;
    private final MemberCards memberCards;
    private final AccessPolicy policy;
    private final CurrentActor current;

    public HomeView(
            PlanService plans,
            NextSteps next,
            PlanCards cards,
            MemberCards memberCards,
            AccessPolicy policy,
            CurrentActor current) {
        this.plans = plans;
        this.next = next;
        this.cards = cards;
        this.memberCards = memberCards;
        this.policy = policy;
        this.current = current;
        addClassName("home-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor actor = current.require();
        removeAll();
        List<PlanSummary> readable = plans.plans(actor);
        if (!readable.isEmpty() && readable.stream().allMatch(plan -> isMember(actor, plan))) {
            // Committee members are spared the words of those who manage.
            add(new H1("ホーム"));
            readable.forEach(plan -> add(memberCards.card(actor, plan)));
            return;
        }
        add(new H1("ホーム"));
        if (actor.grants().isEmpty() && !actor.operator()) {
            add(new Paragraph("いまは、どの団体の権限もありません。異動などで変わったときは、団体の管理者にご相談ください。"));
            return;
        }
        List<NextStep> steps = readable.isEmpty() ? FirstSteps.of(actor, policy) : next.of(actor, readable);
        if (!steps.isEmpty()) {
            add(new NextStepList(steps));
        }
        add(new H2("計画"));
        if (readable.isEmpty()) {
            add(new Paragraph(
                    actor.operator()
                            ? "運用担当は、各団体の計画や実績を見ることができません。"
                            : "見られる計画がまだありません。" + (steps.isEmpty() ? "担当の計画があるはずのときは、事務局または団体管理者にお尋ねください。" : "")));
        }
        Div laid = new Div();
        laid.addClassName("plan-cards");
        readable.forEach(
                plan -> laid.add(isMember(actor, plan) ? memberCards.card(actor, plan) : cards.card(actor, plan)));
        add(laid, new H2("団体と権限"), owners(actor));
    }

    private boolean isMember(Actor actor, PlanSummary plan) {
        return policy.isOnlyOfCommittee(actor, plan.plan().owner());
    }

    private static Component owners(Actor actor) {
        UnorderedList list = new UnorderedList();
        if (actor.operator()) {
            list.add(new ListItem(
                    new Span("Kyosei（運用担当）　"),
                    new Anchor(OwnersAddress.LIST, OwnersView.TITLE + " ›"),
                    new Span("　"),
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
                .distinct()
                .collect(Collectors.joining("、"));
        return held.isEmpty() ? "構成市町として閲覧" : held;
    }
}
