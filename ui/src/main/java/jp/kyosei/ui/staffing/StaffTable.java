package jp.kyosei.ui.staffing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.kyosei.backend.clock.JapaneseDay;
import jp.kyosei.backend.owners.department.Department;
import jp.kyosei.backend.owners.department.WorkKind;
import jp.kyosei.backend.people.GivenRole;
import jp.kyosei.backend.staffing.DepartmentStaff;
import jp.kyosei.backend.staffing.StaffingBoard;
import jp.kyosei.ui.plan.HtmlTable;
import jp.kyosei.ui.plan.ScrollingTable;

/** Department by department: who is there today, who from the day on, and what there is to do. */
final class StaffTable extends Div {
    StaffTable(StaffingBoard board, StaffingQuestions questions) {
        HtmlTable table = new HtmlTable(
                "名前を押すと、その人の異動を準備できます。", List.of("担当課", "今日", JapaneseDay.date(board.day()) + "から", "仕事", "引き継ぎ"));
        table.addClassName("staffing-table");
        for (DepartmentStaff staff : board.staff()) {
            Department department = staff.department();
            table.row(new Span(department == null ? "団体全体" : department.name()))
                    .cell(people(staff.today(), staff.then(), questions))
                    .cell(then(staff))
                    .text(work(staff.work()))
                    .cell(department == null || staff.work().isEmpty() ? new Span() : handOver(department, questions));
        }
        add(new ScrollingTable(table, "担当課ごとの担当"));
    }

    private static Component people(List<GivenRole> today, List<GivenRole> then, StaffingQuestions questions) {
        Div people = new Div();
        people.addClassName("staffing-people");
        if (today.isEmpty()) {
            people.setText("—");
        }
        for (GivenRole role : today) {
            Button name = new Button(words(role), click -> questions.move(role.person()));
            name.addClassNames("link-button", "staffing-person");
            name.setAriaLabel("%sの異動を準備する".formatted(role.displayName()));
            Div line = new Div(name);
            if (!isIn(role, then)) {
                Span leaves = new Span("ここまで");
                leaves.addClassName("staffing-change");
                line.add(leaves);
            }
            people.add(line);
        }
        return people;
    }

    private static Component then(DepartmentStaff staff) {
        Div people = new Div();
        people.addClassName("staffing-people");
        if (staff.then().isEmpty()) {
            people.setText("—");
        }
        List<Div> lines = new ArrayList<>();
        for (GivenRole role : staff.then()) {
            Div line = new Div(new Span(words(role)));
            if (!isIn(role, staff.today())) {
                Span begins = new Span("新しく");
                begins.addClassName("staffing-change");
                line.add(begins);
            }
            lines.add(line);
        }
        lines.forEach(people::add);
        return people;
    }

    private static boolean isIn(GivenRole role, List<GivenRole> others) {
        return others.stream()
                .anyMatch(other -> other.person().equals(role.person())
                        && other.role() == role.role()
                        && other.isDeputy() == role.isDeputy());
    }

    private static String words(GivenRole role) {
        String deputy = role.isDeputy() ? "、%sの代理".formatted(role.deputyForName()) : "";
        return "%s（%s%s）".formatted(role.displayName(), role.role().label(), deputy);
    }

    private static String work(Map<WorkKind, Integer> work) {
        return work.isEmpty()
                ? "—"
                : work.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> "%s %d件".formatted(entry.getKey().label(), entry.getValue()))
                        .collect(Collectors.joining("、"));
    }

    private static Component handOver(Department department, StaffingQuestions questions) {
        Button button = new Button("引き継ぐ", click -> questions.handOver(department));
        button.addClassName("button");
        button.setAriaLabel("%sの仕事を引き継ぐ".formatted(department.name()));
        return button;
    }
}
