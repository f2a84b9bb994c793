package jp.kyosei.ui.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import jp.kyosei.backend.clock.JapaneseDay;
import jp.kyosei.backend.people.GivenRole;
import jp.kyosei.ui.plan.HtmlTable;
import jp.kyosei.ui.plan.ScrollingTable;

/** Roles, a line each, with their days and what can be done about them. */
final class PersonRoles {
    private final LocalDate today;
    private final PersonWork work;

    PersonRoles(LocalDate today, PersonWork work) {
        this.today = today;
        this.work = work;
    }

    /** What a person holds, for themselves and as a deputy. */
    Component of(List<GivenRole> held) {
        if (held.isEmpty()) {
            return new Paragraph("権限は、ありません。");
        }
        HtmlTable table = new HtmlTable("今日の権限と、これから始まる権限です。", List.of("権限", "期間", "今日", "操作"));
        table.addClassName("people");
        held.forEach(role -> table.row(new Span(words(role)))
                .text(days(role))
                .cell(state(role))
                .cell(ways(role)));
        return new ScrollingTable(table, "権限と期間");
    }

    /** Who stands in for a person. */
    Component ofDeputies(List<GivenRole> deputies) {
        if (deputies.isEmpty()) {
            return new Paragraph("代理は、決まっていません。休みや出張のあいだは「代理を決める」で、ほかの人に任せられます。");
        }
        HtmlTable table = new HtmlTable("代理の権限は、期間が過ぎると自動でなくなります。", List.of("代理する人", "権限", "期間", "今日", "操作"));
        table.addClassName("people");
        deputies.forEach(role -> table.row(new Span(role.displayName()))
                .text(whole(role))
                .text(days(role))
                .cell(state(role))
                .cell(ways(role)));
        return new ScrollingTable(table, "この人の代理");
    }

    /** 観光課の担当課入力（美祢 一郎さんの代理） */
    static String words(GivenRole role) {
        return role.isDeputy() ? "%s（%sさんの代理）".formatted(whole(role), role.deputyForName()) : whole(role);
    }

    private static String whole(GivenRole role) {
        return role.departmentName() == null
                ? role.role().label()
                : "%sの%s".formatted(role.departmentName(), role.role().label());
    }

    private static String days(GivenRole role) {
        LocalDate from = role.from();
        LocalDate until = role.until();
        if (from == null && until == null) {
            return "期限なし";
        }
        return (from == null ? "" : JapaneseDay.date(from) + "から")
                + (until == null ? "" : JapaneseDay.date(until) + "まで");
    }

    private Component state(GivenRole role) {
        Span chip = new Span(role.isHeldOn(today) ? "使えます" : "まだ使えません");
        chip.addClassName("people-state");
        if (!role.isHeldOn(today)) {
            chip.addClassName("inactive");
        }
        return chip;
    }

    private Component ways(GivenRole role) {
        Div row = new Div(way("終わる日を決める", role, () -> work.limit(role)), way("外す", role, () -> work.take(role)));
        row.addClassName("people-buttons");
        return row;
    }

    private static Button way(String words, GivenRole role, Runnable action) {
        Button button = new Button(words, click -> action.run());
        button.addClassName("link-button");
        button.setAriaLabel("%s：%s %s".formatted(words, role.displayName(), words(role)));
        return button;
    }
}
