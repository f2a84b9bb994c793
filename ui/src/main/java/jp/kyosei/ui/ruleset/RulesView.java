package jp.kyosei.ui.ruleset;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import java.util.List;
import jp.kyosei.backend.evaluation.GradeLabel;
import jp.kyosei.backend.evaluation.RuleSet;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.ruleset.DatedRuleSet;
import jp.kyosei.backend.ruleset.RuleSetService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.plan.GradeChip;
import jp.kyosei.ui.plan.HtmlTable;
import jp.kyosei.ui.session.CurrentActor;
import jp.kyosei.ui.shell.Crumb;
import jp.kyosei.ui.shell.HasBreadcrumb;
import jp.kyosei.ui.shell.MainLayout;

/** 評価の決まり of an owner, to be read: formulas, rounding, grades, and from which year they hold. */
@Prototype
@Route(value = "owners/:owner/rules", layout = MainLayout.class)
@CssImport("./plan/plan.css")
public final class RulesView extends Div implements BeforeEnterObserver, HasBreadcrumb, HasDynamicTitle {
    private static final String TITLE = "評価の決まり";

    private final OwnerService owners;
    private final RuleSetService rules;
    private final CurrentActor current;
    private List<Crumb> breadcrumb = List.of();

    public RulesView(OwnerService owners, RuleSetService rules, CurrentActor current) {
        this.owners = owners;
        this.rules = rules;
        this.current = current;
        addClassName("plan-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Actor actor = current.require();
        try {
            Owner owner =
                    owners.owner(actor, event.getRouteParameters().get("owner").orElse(""));
            breadcrumb = List.of(Crumb.withoutPage(owner.name()));
            add(new H1(TITLE));
            List<DatedRuleSet> ruleSets = rules.ruleSets(actor, owner.id());
            if (ruleSets.isEmpty()) {
                add(new Paragraph("評価の決まりは、まだありません。"));
            }
            ruleSets.forEach(this::add);
        } catch (jp.kyosei.backend.tenancy.NotFoundException e) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private void add(DatedRuleSet dated) {
        RuleSet rule = dated.rules();
        UnorderedList list = new UnorderedList();
        list.add(
                new ListItem("進捗率：" + rule.plainFormula().label()),
                new ListItem("進捗率（累計の指標 ※）：" + rule.cumulativeFormula().label()),
                new ListItem("現状値がないとき：" + (rule.absentBaselineIsZero() ? "0 とみなす" : "算定しない")),
                new ListItem("進捗率の端数：小数第%d位まで、%s"
                        .formatted(
                                rule.rateRounding().decimals(),
                                rule.rateRounding().mode().label())),
                new ListItem("比べる目標：" + rule.judgedAgainst().label()),
                new ListItem("評価には、端数を処理する前の数値を使います。"));
        add(new H2(dated.validFrom().longLabel() + "から"), list, grades(rule));
    }

    private static Component grades(RuleSet rule) {
        HtmlTable table = new HtmlTable("評価の区分", List.of("評価", "意味"));
        for (GradeLabel grade : rule.grading().labels()) {
            table.row(GradeChip.of(grade)).text(grade.meaning());
        }
        table.row(GradeChip.unmeasured(rule.unmeasuredLabel())).text("実績を把握できなかったもの（評価しない）");
        return table;
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
