package jp.kyosei.ui.committee;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import jp.kyosei.backend.clock.JapaneseDay;
import jp.kyosei.backend.committee.CommitteeMember;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.ui.plan.HtmlTable;
import jp.kyosei.ui.plan.ScrollingTable;
import org.jspecify.annotations.Nullable;

/** Members, a line each, with what can be done about them. */
final class CommitteeTable {
    private static final String NONE = "—";

    private final CommitteeDesk desk;
    private final CommitteeWork work;
    private final boolean invites;

    CommitteeTable(CommitteeDesk desk, Owner owner, CommitteeWork work) {
        this.desk = desk;
        this.work = work;
        invites = desk.mayInvite(owner);
    }

    /** Those of now and to come, in an order that can be changed. */
    Component of(List<CommitteeMember> members, CommitteeOrder order) {
        HtmlTable table = new HtmlTable(
                "%d人。行をつかんで動かすか、「上へ」「下へ」で順を変えます。".formatted(members.size()),
                List.of("氏名", "所属", "役職", "任期", "ログイン", "順", "操作"));
        table.addClassNames("people", "committee");
        members.forEach(member ->
                order.follow(line(table, member).cell(order.ways(member)).cell(ways(member)), member));
        return new ScrollingTable(table, "委員の名簿");
    }

    /** Those whose term is over. */
    Component ofFormer(List<CommitteeMember> members) {
        HtmlTable table = new HtmlTable("懇談会の記録には、そのときの名簿が残っています。", List.of("氏名", "所属", "役職", "任期", "ログイン", "操作"));
        table.addClassNames("people", "committee");
        members.forEach(member -> line(table, member).cell(ways(member)));
        return new ScrollingTable(table, "任期を終えた委員");
    }

    private HtmlTable.Row line(HtmlTable table, CommitteeMember member) {
        return table.row(name(member))
                .text(orNone(member.affiliation()))
                .text(orNone(member.office()))
                .cell(term(member))
                .cell(login(member));
    }

    private static Component name(CommitteeMember member) {
        Div name = new Div(new Span(member.name()));
        name.addClassName("person-name");
        if (!member.remark().isEmpty()) {
            name.add(small(member.remark()));
        }
        return name;
    }

    private Component term(CommitteeMember member) {
        Div term = new Div(new Span(days(member.from(), member.until())));
        if (desk.isToCome(member)) {
            term.add(small("まだ始まっていません"));
        }
        return term;
    }

    private static String days(@Nullable LocalDate from, @Nullable LocalDate until) {
        if (from == null && until == null) {
            return "定めなし";
        }
        return "%s〜%s"
                .formatted(from == null ? "" : JapaneseDay.date(from), until == null ? "" : JapaneseDay.date(until));
    }

    private static Component login(CommitteeMember member) {
        Div login = new Div();
        switch (member.invitation()) {
            case OPEN -> login.add(new Span("招待中"), small("はじめてログインすると、つながります"));
            case OVER -> login.add(new Span("書面"), small("招待は期限切れか、取り下げられました"));
            case NONE ->
                login.add(
                        member.isOnPaper() ? new Span("書面") : new Span("あり"),
                        small(member.isOnPaper() ? "事務局が代わりに入力します" : "利用者名：" + member.username()));
        }
        return login;
    }

    private Component ways(CommitteeMember member) {
        Div row = new Div(way("変える", member, () -> work.change(member)));
        row.addClassName("people-buttons");
        if (invites && member.isOnPaper() && member.invitation() != CommitteeMember.Invitation.OPEN) {
            row.add(way("招待する", member, () -> work.invite(member)));
        }
        row.add(way("名簿から除く", member, () -> work.remove(member)));
        return row;
    }

    private static Button way(String words, CommitteeMember member, Runnable action) {
        Button button = new Button(words, click -> action.run());
        button.addClassName("link-button");
        button.setAriaLabel("%s：%s".formatted(words, member.name()));
        return button;
    }

    private static String orNone(String words) {
        return words.isEmpty() ? NONE : words;
    }

    private static Span small(String words) {
        Span small = new Span(words);
        small.addClassName("small");
        return small;
    }
}
