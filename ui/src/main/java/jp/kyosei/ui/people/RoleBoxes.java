package jp.kyosei.ui.people;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import jp.kyosei.backend.tenancy.Role;
import jp.kyosei.ui.form.CheckBox;

/** A box for each role, with what it may do. */
final class RoleBoxes extends Div {
    private final Map<Role, CheckBox> boxes = new EnumMap<>(Role.class);
    private final Paragraph problem = new Paragraph();

    RoleBoxes(Collection<Role> chosen) {
        addClassName("role-boxes");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", "権限");
        Paragraph head = new Paragraph("権限");
        head.addClassName("role-boxes-head");
        add(head);
        for (Role role : Role.values()) {
            CheckBox box = new CheckBox(role.label()).hint(RoleWords.of(role));
            box.setValue(chosen.contains(role));
            boxes.put(role, box);
            add(box);
        }
        problem.addClassName("ask-problem");
        problem.getElement().setAttribute("role", "alert");
        add(problem);
    }

    Set<Role> chosen() {
        Set<Role> chosen = EnumSet.noneOf(Role.class);
        boxes.forEach((role, box) -> {
            if (box.getValue()) {
                chosen.add(role);
            }
        });
        return chosen;
    }

    /** Says why they were not taken; empty where they were. */
    void refuse(String message) {
        problem.setText(message);
    }
}
