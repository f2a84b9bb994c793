package jp.kyosei.ui.operator;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.alliance.Membership;
import jp.kyosei.ui.plan.HtmlTable;
import jp.kyosei.ui.plan.ScrollingTable;
import jp.kyosei.ui.settings.MemberWords;

/** 構成市町 of an alliance, and what the operator does with them. */
final class MembershipPart extends Div {
    MembershipPart(Owner alliance, List<Membership> members, MemberBoxes boxes) {
        Button join = new Button("構成市町を加える", click -> boxes.join(alliance));
        join.addClassName("button");
        HtmlTable table = new HtmlTable("中心市が先", List.of("市町村", "加入の期間", "協定・方針", "操作"));
        table.addClassName("settings-table");
        for (Membership member : members) {
            Div ways = new Div();
            ways.addClassName("button-row");
            ways.add(way("協定を記録する", member, () -> boxes.record(alliance, member)));
            if (member.latest().lastFiscalYear() == null) {
                ways.add(way("脱退", member, () -> boxes.leave(alliance, member)));
            }
            table.row(new Span(MemberWords.called(member)))
                    .text(MemberWords.terms(member))
                    .cell(MemberWords.agreements(member))
                    .cell(ways);
        }
        add(
                new H2("構成市町"),
                new Paragraph("加入と脱退は年度で記録します。脱退した市町村は、加入していた年度の計画を引き続き読めます。"),
                new ScrollingTable(table, "構成市町"),
                new Paragraph(join));
    }

    private static Button way(String label, Membership member, Runnable action) {
        Button way = new Button(label, click -> action.run());
        way.addClassName("link-button");
        way.setAriaLabel("%s：%s".formatted(member.name(), label));
        return way;
    }
}
