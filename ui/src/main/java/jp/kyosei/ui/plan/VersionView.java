package jp.kyosei.ui.plan;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import io.micronaut.context.annotation.Prototype;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.Initiative;
import jp.kyosei.backend.plan.PlanDetail;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.plan.Section;
import jp.kyosei.backend.tenancy.AccessPolicy;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.Crumb;
import jp.kyosei.ui.shell.MainLayout;

/** 版: the tree of a plan as one of its versions has it, also one that is still being drafted. */
@Prototype
@Route(value = "plans/:plan/versions/:number", layout = MainLayout.class)
public final class VersionView extends PlanPage {
    private static final int MOST_DIGITS = 4;

    private final PlanService plans;
    private final AccessPolicy policy;

    public VersionView(PlanService plans, AccessPolicy policy, CurrentActor current) {
        super(current);
        this.plans = plans;
        this.policy = policy;
    }

    @Override
    protected void show(Actor actor, String plan, Optional<FiscalYear> year, RouteParameters parameters) {
        PlanDetail detail =
                plans.plan(actor, plan, number(parameters.get("number").orElse("")));
        PlanAddress address = new PlanAddress(plan);
        String title = VersionWords.of(detail.content().version());
        placeAt(detail.content(), title, new Crumb("体系と取組", address.structure()));
        add(new H1(title), new Paragraph(new Anchor(address.structure(), "いまの体系と取組を見る")));
        Map<String, List<Initiative>> initiatives = detail.initiativesBySection();
        for (Section section : detail.content().sections()) {
            add(new SectionBlock(
                    detail.content().plan(), section, initiatives.getOrDefault(section.number(), List.of())));
        }
        add(
                new H2("版"),
                new VersionList(
                        address,
                        detail,
                        policy.canKeepPlans(actor, detail.content().plan().owner())));
    }

    private static int number(String text) {
        if (text.isEmpty()
                || text.length() > MOST_DIGITS
                || !text.chars().allMatch(letter -> letter >= '0' && letter <= '9')) {
            throw new NotFoundException();
        }
        return Integer.parseInt(text);
    }
}
