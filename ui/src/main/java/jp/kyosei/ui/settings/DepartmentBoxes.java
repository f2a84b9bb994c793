package jp.kyosei.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.owners.department.DepartmentClosing;
import jp.kyosei.backend.owners.department.DepartmentRecord;
import jp.kyosei.backend.owners.department.DepartmentService;
import jp.kyosei.backend.owners.department.Hanging;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.AskBox;
import jp.kyosei.ui.form.AskPlace;
import jp.kyosei.ui.form.LineBox;
import jp.kyosei.ui.form.PlainSelect;
import jp.kyosei.ui.form.TextBox;
import jp.kyosei.ui.form.YearSelect;
import jp.kyosei.ui.session.CurrentActor;

/**
 * The questions about departments.
 *
 * @param shown shows what is there now
 */
record DepartmentBoxes(
        OwnerId owner,
        DepartmentService departments,
        DepartmentClosing closing,
        CurrentActor current,
        Clock clock,
        AskPlace place,
        Runnable shown) {
    private static final String NONE = "";

    void add() {
        LineBox name = new LineBox("名称").of(TextKind.NAME);
        LineBox code = new LineBox("記号").of(TextKind.CODE);
        code.setHelperText("ほかと重ならない短い名前です。例：kikaku。名称が変わっても、記号は変わりません。");
        ask(
                "担当課を加えます。",
                "加える",
                () -> {
                    departments.addDepartment(current.require(), owner, code.getValue(), name.getValue());
                    return "「%s」を加えました。".formatted(name.getValue().strip());
                },
                name,
                code);
    }

    void rename(DepartmentRecord one) {
        LineBox name = new LineBox("新しい名称").of(TextKind.NAME);
        name.setValue(one.department().name());
        YearSelect from = new YearSelect("いつの年度から", now(), 10, 2).hint("前の年度の画面には、いまの名称が残ります。");
        TextBox reason = reason();
        ask(
                "「%s」の名称を変えます。".formatted(one.department().name()),
                "変える",
                () -> {
                    departments.rename(
                            current.require(),
                            owner,
                            one.department().code(),
                            one.version(),
                            name.getValue(),
                            from.year(),
                            reason.getValue());
                    return "%sから「%s」になります。"
                            .formatted(from.year().longLabel(), name.getValue().strip());
                },
                name,
                from,
                reason);
    }

    void close(DepartmentRecord one, List<DepartmentRecord> all) {
        List<Hanging> hanging =
                closing.hanging(current.require(), owner, one.department().code());
        Map<String, String> others = new LinkedHashMap<>();
        others.put(NONE, "引き継がない（廃止）");
        all.stream()
                .filter(other -> other.last() == null && !other.department().equals(one.department()))
                .forEach(other ->
                        others.put(other.department().code(), other.department().name()));
        PlainSelect into = new PlainSelect("引き継ぐ担当課", others);
        YearSelect from = new YearSelect("いつの年度から", now(), 10, 2)
                .hint("この年度から、「%s」はなくなります。翌年度からのときは、人事異動として4月1日に準備され、その日に移ります。"
                        .formatted(one.department().name()));
        TextBox reason = reason();
        ask(
                "「%s」を統合または廃止します。".formatted(one.department().name()),
                "統合・廃止する",
                () -> {
                    String successor = into.getValue();
                    closing.close(
                            current.require(),
                            owner,
                            one.department().code(),
                            one.version(),
                            from.year(),
                            successor.isEmpty() ? null : successor,
                            reason.getValue());
                    return successor.isEmpty()
                            ? "「%s」を廃止しました。".formatted(one.department().name())
                            : merged(one.department().name(), others.getOrDefault(successor, ""), from.year());
                },
                held(hanging),
                from,
                into,
                reason);
    }

    void reopen(DepartmentRecord one) {
        TextBox reason = reason();
        ask(
                "「%s」の統合または廃止を取りやめます。この課はそのまま続き、準備した異動も取りやめます。"
                        .formatted(one.department().name()),
                "取りやめる",
                () -> {
                    closing.reopen(current.require(), owner, one.department().code(), one.version(), reason.getValue());
                    return "「%s」の統合・廃止を取りやめました。".formatted(one.department().name());
                },
                reason);
    }

    private String merged(String name, String into, FiscalYear from) {
        return from.compareTo(now()) > 0
                ? "「%s」は、%sから「%s」に統合されます。担当と権限は、4月1日に移ります。".formatted(name, from.longLabel(), into)
                : "「%s」を「%s」に統合しました。".formatted(name, into);
    }

    /** What names the department now and goes to another one. */
    private static Component held(List<Hanging> hanging) {
        if (hanging.isEmpty()) {
            return new Paragraph("この担当課に残っている担当や権限は、ありません。");
        }
        UnorderedList list = new UnorderedList();
        hanging.forEach(one -> list.add(new ListItem(one.words())));
        return new Div(new Paragraph("次のものは、引き継ぐ担当課に移ります。"), list);
    }

    private void ask(String question, String yes, Supplier<String> work, Component... fields) {
        AskBox.withFields(
                        question,
                        yes,
                        () -> {
                            place.attempt(work);
                            shown.run();
                        },
                        fields)
                .askIn(place);
    }

    private static TextBox reason() {
        return new TextBox("理由（団体の履歴に残ります）", 2).of(TextKind.REASON);
    }

    private FiscalYear now() {
        return FiscalYear.of(LocalDate.now(clock));
    }
}
