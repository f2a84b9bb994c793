package jp.kyosei.ui.staffing;

import com.vaadin.flow.component.html.Div;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.kyosei.backend.owners.department.Department;
import jp.kyosei.backend.owners.department.WorkKind;
import jp.kyosei.backend.staffing.DepartmentStaff;
import jp.kyosei.backend.staffing.StaffingBoard;
import jp.kyosei.backend.staffing.TransferPreview;
import jp.kyosei.backend.staffing.plan.TransferPlan;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.CheckBox;
import jp.kyosei.ui.form.PlainSelect;
import jp.kyosei.ui.form.TextBox;

/** What of a department's work goes to which other department. */
final class WorkForm extends Div {
    private final StaffingBoard board;
    private final Department from;
    private final PlainSelect to;
    private final Map<WorkKind, CheckBox> kinds = new EnumMap<>(WorkKind.class);
    private final TextBox reason = new TextBox("理由（履歴に残ります。なくてもかまいません）", 2).of(TextKind.REASON);

    WorkForm(StaffingBoard board, Department from, Function<TransferPlan, TransferPreview> preview) {
        this.board = board;
        this.from = from;
        addClassName("staffing-form");
        Map<String, String> others = new LinkedHashMap<>();
        PersonForm.departments(board).stream()
                .filter(department -> !department.id().equals(from.id()))
                .forEach(department -> others.put(department.code(), department.name()));
        to = new PlainSelect("引き継ぐ課", others);
        PreviewBox shown = new PreviewBox(() -> preview.apply(plan()));
        to.addValueChangeListener(change -> shown.refresh());
        add(to);
        board.staff().stream()
                .filter(staff -> from.equals(staff.department()))
                .findFirst()
                .map(DepartmentStaff::work)
                .orElse(Map.of())
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> {
                    CheckBox box =
                            new CheckBox("%s %d件".formatted(entry.getKey().label(), entry.getValue()));
                    box.setValue(true);
                    box.addValueChangeListener(change -> shown.refresh());
                    kinds.put(entry.getKey(), box);
                    add(box);
                });
        add(reason, shown);
        shown.refresh();
    }

    TransferPlan plan() {
        List<TransferPlan.Work> work = to.getOptionalValue()
                .map(code -> kinds.entrySet().stream()
                        .filter(entry -> entry.getValue().getValue())
                        .map(entry -> new TransferPlan.Work(entry.getKey(), from.code(), code))
                        .toList())
                .orElse(List.of());
        return new TransferPlan(board.day(), List.of(), work, reason.getValue());
    }
}
