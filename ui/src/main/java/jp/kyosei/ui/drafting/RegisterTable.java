package jp.kyosei.ui.drafting;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import jp.kyosei.backend.plan.PlanVersion;
import jp.kyosei.backend.revision.RegisteredPlan;
import jp.kyosei.ui.plan.HtmlTable;
import jp.kyosei.ui.plan.PlanAddress;
import jp.kyosei.ui.plan.ScrollingTable;
import jp.kyosei.ui.plan.VersionWords;

/** The plans of an owner, each with its years, its version in force and what is to be done next. */
final class RegisterTable extends Div {
    RegisterTable(List<RegisteredPlan> plans) {
        if (plans.isEmpty()) {
            add(new Paragraph("まだ計画がありません。"));
            return;
        }
        HtmlTable table = new HtmlTable(
                "計画（%d）".formatted(plans.size()), List.of("計画", "種類", "期間", "決定した版", "改訂の案", "指標", "担当のない指標"));
        table.addClassName("plans-table");
        for (RegisteredPlan plan : plans) {
            PlanAddress address = new PlanAddress(plan.plan().slug());
            PlanVersion inForce = plan.inForce();
            table.row(new Anchor(address.structure(), plan.plan().title()))
                    .text(plan.plan().kind().label())
                    .text("%s〜%s"
                            .formatted(
                                    plan.plan().firstFiscalYear().shortLabel(),
                                    plan.plan().lastFiscalYear().shortLabel()))
                    .text(inForce == null ? "まだありません（策定中）" : VersionWords.of(inForce))
                    .cell(draft(plan, address))
                    .figure(Long.toString(plan.indicators()))
                    .figure(Long.toString(plan.unasked()));
        }
        add(new ScrollingTable(table, "計画の一覧"));
    }

    private static Component draft(RegisteredPlan plan, PlanAddress address) {
        return plan.draft()
                .<Component>map(draft -> new Anchor(address.editing(draft.number()), "編集する"))
                .orElseGet(Span::new);
    }
}
