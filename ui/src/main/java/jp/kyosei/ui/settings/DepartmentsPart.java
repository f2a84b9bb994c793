package jp.kyosei.ui.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.owners.department.DepartmentClosing;
import jp.kyosei.backend.owners.department.DepartmentRecord;
import jp.kyosei.backend.owners.department.DepartmentService;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.plan.HtmlTable;
import jp.kyosei.ui.plan.ScrollingTable;
import jp.kyosei.ui.session.CurrentActor;
import org.jspecify.annotations.Nullable;

/** 担当課: those that are there, what they were called, and those that are no more. */
final class DepartmentsPart extends Div {
    private final OwnerId owner;
    private final transient DepartmentService departments;
    private final transient CurrentActor current;
    private final transient DepartmentBoxes boxes;
    private final transient Clock clock;
    private final AskPlace place = new AskPlace();
    private final Div list = new Div();

    DepartmentsPart(
            OwnerId owner,
            DepartmentService departments,
            DepartmentClosing closing,
            CurrentActor current,
            Clock clock) {
        this.owner = owner;
        this.departments = departments;
        this.current = current;
        this.clock = clock;
        boxes = new DepartmentBoxes(owner, departments, closing, current, clock, place, this::show);
        Button add = new Button("担当課を加える", click -> boxes.add());
        add.addClassNames("button");
        add(
                new H2("担当課"),
                new Paragraph("名称の変更と統合・廃止は、年度から適用します。前の年度の画面には、その年度の名称が残ります。"),
                place,
                list,
                new Paragraph(add));
        show();
    }

    private void show() {
        FiscalYear now = FiscalYear.of(LocalDate.now(clock));
        List<DepartmentRecord> all = departments.departments(current.require(), owner);
        list.removeAll();
        if (all.isEmpty()) {
            list.add(new Paragraph("担当課は、まだありません。"));
            return;
        }
        HtmlTable table = new HtmlTable("記号順。廃止した担当課は終わりにあります", List.of("名称", "記号", "期間", "これまでの名称", "操作"));
        table.addClassName("settings-table");
        for (DepartmentRecord one : all) {
            Div ways = new Div();
            ways.addClassName("button-row");
            if (one.last() == null) {
                ways.add(way("名称を変える", one, () -> boxes.rename(one)));
                ways.add(way("統合・廃止", one, () -> boxes.close(one, all)));
            } else if (one.isLastYearNamed(now)) {
                ways.add(way("統合・廃止を取りやめる", one, () -> boxes.reopen(one)));
            }
            table.row(new Span(one.nameIn(now)))
                    .text(one.department().code())
                    .text(period(one))
                    .text(before(one, now))
                    .cell(ways);
        }
        list.add(new ScrollingTable(table, "担当課"));
    }

    private static Button way(String label, DepartmentRecord of, Runnable action) {
        Button way = new Button(label, click -> action.run());
        way.addClassName("link-button");
        way.setAriaLabel("%s：%s".formatted(of.department().name(), label));
        return way;
    }

    private static String period(DepartmentRecord one) {
        @Nullable FiscalYear first = one.first();
        @Nullable FiscalYear last = one.last();
        if (first == null && last == null) {
            return "—";
        }
        String into = one.successor() == null
                ? ""
                : "（%sに統合）".formatted(one.successor().name());
        return "%s〜%s%s".formatted(first == null ? "" : first.longLabel(), last == null ? "" : last.longLabel(), into);
    }

    /** What it was called, and what it will be called. */
    private static String before(DepartmentRecord one, FiscalYear now) {
        String earlier = one.formerNames().stream()
                .filter(former -> former.lastFiscalYear().compareTo(now) < 0)
                .map(former -> "%sまで %s".formatted(former.lastFiscalYear().longLabel(), former.name()))
                .collect(Collectors.joining("、"));
        String coming = one.formerNames().stream()
                .filter(former -> former.lastFiscalYear().compareTo(now) >= 0)
                .map(former -> "%sから %s"
                        .formatted(
                                former.lastFiscalYear().next().longLabel(),
                                one.nameIn(former.lastFiscalYear().next())))
                .collect(Collectors.joining("、"));
        return earlier.isEmpty() || coming.isEmpty() ? earlier + coming : earlier + "、" + coming;
    }
}
