package jp.kyosei.ui.people;

import com.vaadin.flow.component.ModalityMode;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import jp.kyosei.backend.accounts.Account;
import jp.kyosei.backend.accounts.NewInvitation;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.Role;
import jp.kyosei.backend.tenancy.WrongTextException;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.DateBox;
import jp.kyosei.ui.form.LineBox;
import jp.kyosei.ui.form.PlainSelect;
import org.jspecify.annotations.Nullable;

/** Asks who is to be invited, or what a person may do from now on. What is typed is lost by nothing but やめる. */
final class PersonBox extends Dialog {
    private static final String NONE = "";

    private final LineBox name = new LineBox("氏名").of(TextKind.NAME);
    private final LineBox mail = new LineBox("メールアドレス").of(TextKind.NAME);
    private final PlainSelect department;
    private final RoleBoxes roles;
    private final DateBox from = new DateBox("権限の始まる日").hint("空ならば、はじめてログインした日から");
    private final DateBox until = new DateBox("権限の終わる日").hint("空ならば、期限なし");
    private final Paragraph problem = new Paragraph();

    private PersonBox(String title, Map<String, String> departments, Set<Role> chosen) {
        addClassNames("ask-box", "person-box");
        setHeaderTitle(title);
        setModality(ModalityMode.VISUAL);
        setCloseOnOutsideClick(false);
        setAutofocus(true);
        addClosedListener(closed -> removeFromParent());
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put(NONE, "決めない（団体全体）");
        choices.putAll(departments);
        department = new PlainSelect("担当課", choices).hint("入力や承認を、この課の分だけに限ります。");
        roles = new RoleBoxes(chosen);
        problem.addClassName("ask-problem");
        problem.getElement().setAttribute("role", "alert");
    }

    /** Somebody new. */
    static PersonBox invite(Map<String, String> departments, Consumer<NewInvitation> invite) {
        PersonBox box = new PersonBox("利用者を招待する", departments, Set.of());
        box.mail.setHelperText("このアドレスに、パスワードを決めるためのリンクを送ります。リンクは7日間使えます。");
        box.add(box.name, box.mail, box.department, box.roles, box.from, box.until);
        box.finish(
                "招待する",
                () -> invite.accept(new NewInvitation(
                        box.mail.getValue(),
                        box.name.getValue(),
                        box.department.getValue(),
                        box.roles.chosen(),
                        day(box.from, "from"),
                        day(box.until, "until"))));
        return box;
    }

    /** Somebody who is there. */
    static PersonBox change(Account account, Map<String, String> departments, Change change) {
        PersonBox box = new PersonBox(account.displayName() + " の権限を変える", departments, Set.copyOf(account.roles()));
        departments.forEach((code, label) -> {
            if (account.departments().equals(List.of(label))) {
                box.department.setValue(code);
            }
        });
        if (account.departments().size() > 1) {
            // Several departments: which role is in which is told on the person's own page, and stays.
            box.add(
                    new Paragraph("兼務：%s。課ごとの権限は「期間・兼務・代理」で変えます。".formatted(String.join("、", account.departments()))),
                    box.roles);
            box.finish("変える", () -> change.to(box.roles.chosen(), null));
        } else {
            box.add(box.department, box.roles);
            box.finish("変える", () -> change.to(box.roles.chosen(), box.department.getValue()));
        }
        return box;
    }

    private static @Nullable LocalDate day(DateBox box, String field) {
        if (box.isUnreadable()) {
            throw new WrongTextException(field, "日を、2027/4/1 や R9.4.1 のように、年・月・日まで入力してください。");
        }
        return box.getValue();
    }

    /** What a person may do from now on. */
    @FunctionalInterface
    interface Change {
        /** @param department its code; empty for none, null as it was */
        void to(Set<Role> roles, @Nullable String department);
    }

    private void finish(String yes, Runnable action) {
        Button confirm = new Button(yes, click -> answer(action));
        confirm.addClassNames("button", "primary");
        Button cancel = new Button("やめる", click -> close());
        cancel.addClassName("button");
        Div row = new Div(confirm, cancel);
        row.addClassName("button-row");
        add(problem, row);
    }

    private void answer(Runnable action) {
        name.refuse("");
        mail.refuse("");
        department.refuse("");
        roles.refuse("");
        from.refuse("");
        until.refuse("");
        problem.setText("");
        try {
            action.run();
            close();
        } catch (WrongTextException wrong) {
            refuse(wrong.field(), Objects.toString(wrong.getMessage(), ""));
        } catch (RefusedException | ForbiddenException refused) {
            problem.setText(Objects.toString(refused.getMessage(), ""));
        }
    }

    private void refuse(String field, String why) {
        switch (field) {
            case "displayName" -> {
                name.refuse(why);
                name.lead();
            }
            case "mail" -> {
                mail.refuse(why);
                mail.lead();
            }
            case "department" -> department.refuse(why);
            case "roles" -> roles.refuse(why);
            case "from" -> from.refuse(why);
            case "until" -> until.refuse(why);
            default -> problem.setText(why);
        }
    }

    /** Opens it; it belongs to a place and goes when the place is emptied. */
    void askIn(Div place) {
        place.removeAll();
        place.add(this);
        open();
    }
}
