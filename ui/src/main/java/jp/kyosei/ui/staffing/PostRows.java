package jp.kyosei.ui.staffing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.kyosei.backend.owners.department.Department;
import jp.kyosei.backend.staffing.plan.TransferPlan;
import jp.kyosei.backend.tenancy.Role;
import jp.kyosei.ui.form.PlainSelect;

/** The roles that a person shall hold, each with its department: added, changed, taken away. */
final class PostRows extends Div {
    private static final String WHOLE = "";

    private final List<Department> departments;
    private final Runnable changed;
    private final Div lines = new Div();
    private final List<Line> rows = new ArrayList<>();

    /** @param changed whatever is to be shown anew after each change */
    PostRows(List<Department> departments, Runnable changed) {
        this.departments = departments;
        this.changed = changed;
        Button more = new Button("権限を加える", click -> {
            add(new TransferPlan.Held(
                    Role.CONTRIBUTOR,
                    departments.isEmpty() ? null : departments.getFirst().code()));
            changed.run();
        });
        more.addClassName("button");
        add(lines, more);
        nobody();
    }

    void show(List<TransferPlan.Held> posts) {
        rows.clear();
        lines.removeAll();
        posts.forEach(this::add);
        nobody();
    }

    List<TransferPlan.Held> posts() {
        return rows.stream()
                .map(row -> new TransferPlan.Held(
                        Role.valueOf(row.role().getValue()),
                        WHOLE.equals(row.department().getValue())
                                ? null
                                : row.department().getValue()))
                .toList();
    }

    private void add(TransferPlan.Held post) {
        if (rows.isEmpty()) {
            lines.removeAll();
        }
        PlainSelect role = new PlainSelect("権限", roles());
        role.setValue(post.role().name());
        PlainSelect department = new PlainSelect("担当課", departments());
        department.setValue(post.department() == null ? WHOLE : post.department());
        Button remove = new Button("外す");
        remove.addClassName("button");
        Div line = new Div(role, department, remove);
        line.addClassName("staffing-post");
        Line row = new Line(role, department);
        remove.addClickListener(click -> {
            rows.remove(row);
            lines.remove(line);
            nobody();
            changed.run();
        });
        role.addValueChangeListener(change -> changed.run());
        department.addValueChangeListener(change -> changed.run());
        rows.add(row);
        lines.add(line);
    }

    private void nobody() {
        if (rows.isEmpty()) {
            lines.removeAll();
            lines.add(new Paragraph("この日から、どの権限も持ちません（退職・転出など）。"));
        }
    }

    private static Map<String, String> roles() {
        Map<String, String> roles = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            if (role != Role.COMMITTEE) {
                roles.put(role.name(), role.label());
            }
        }
        return roles;
    }

    private Map<String, String> departments() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put(WHOLE, "団体全体");
        departments.forEach(department -> codes.put(department.code(), department.name()));
        return codes;
    }

    private record Line(PlainSelect role, PlainSelect department) {}
}
