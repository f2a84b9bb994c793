package jp.kyosei.ui.staffing;

import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.kyosei.backend.owners.department.Department;
import jp.kyosei.backend.people.GivenRole;
import jp.kyosei.backend.staffing.DepartmentStaff;
import jp.kyosei.backend.staffing.StaffingBoard;
import jp.kyosei.backend.staffing.TransferPreview;
import jp.kyosei.backend.staffing.plan.TransferPlan;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.PlainSelect;
import jp.kyosei.ui.form.TextBox;
import org.jspecify.annotations.Nullable;

/** Who moves, and what they hold from the day on; below, what that changes and leaves behind. */
final class PersonForm extends Div {
    private final StaffingBoard board;
    private final PlainSelect person;
    private final PostRows posts;
    private final TextBox reason = new TextBox("理由（履歴に残ります。なくてもかまいません）", 2).of(TextKind.REASON);

    PersonForm(StaffingBoard board, @Nullable PersonId first, Function<TransferPlan, TransferPreview> preview) {
        this.board = board;
        addClassName("staffing-form");
        person = new PlainSelect("異動する人", people(board));
        PreviewBox shown = new PreviewBox(() -> preview.apply(plan()));
        posts = new PostRows(departments(board), shown::refresh);
        if (first != null) {
            person.setValue(first.value().toString());
        }
        person.addValueChangeListener(change -> {
            showPosts();
            shown.refresh();
        });
        showPosts();
        add(person, posts, reason, shown);
        shown.refresh();
    }

    TransferPlan plan() {
        PersonId who = new PersonId(UUID.fromString(person.getValue()));
        return new TransferPlan(
                board.day(), List.of(new TransferPlan.Person(who, posts.posts())), List.of(), reason.getValue());
    }

    private void showPosts() {
        PersonId who = new PersonId(UUID.fromString(person.getValue()));
        posts.show(board.staff().stream()
                .flatMap(staff -> staff.then().stream()
                        .filter(role -> role.person().equals(who) && !role.isDeputy())
                        .map(role -> held(staff, role)))
                .toList());
    }

    private static TransferPlan.Held held(DepartmentStaff staff, GivenRole role) {
        Department department = staff.department();
        return new TransferPlan.Held(role.role(), department == null ? null : department.code());
    }

    private static Map<String, String> people(StaffingBoard board) {
        Map<String, String> people = new LinkedHashMap<>();
        board.staff().stream()
                .flatMap(staff -> Stream.concat(staff.today().stream(), staff.then().stream()))
                .forEach(role -> people.putIfAbsent(
                        role.person().value().toString(), "%s（%s）".formatted(role.displayName(), role.username())));
        return people;
    }

    static List<Department> departments(StaffingBoard board) {
        return board.staff().stream()
                .map(DepartmentStaff::department)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }
}
