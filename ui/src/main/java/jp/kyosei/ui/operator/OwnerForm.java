package jp.kyosei.ui.operator;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kyosei.backend.owners.OwnerState;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.WrongTextException;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.ui.form.LineBox;
import jp.kyosei.ui.form.PlainSelect;

/** What the forms of a new owner share: its name in addresses, its state, and what is wrong. */
abstract class OwnerForm extends Div {
    private final LineBox slug = new LineBox("識別名").of(TextKind.CODE);
    private final PlainSelect state = new PlainSelect("状態", states());
    private final Paragraph problem = new Paragraph();

    OwnerForm() {
        addClassName("owner-form");
        slug.setHelperText("画面とAPIのアドレスに使う名前です。半角の英小文字・数字・ハイフン。あとから変えられません。");
        problem.addClassName("ask-problem");
        problem.getElement().setAttribute("role", "alert");
    }

    LineBox slug() {
        return slug;
    }

    OwnerState state() {
        return OwnerState.valueOf(state.getValue());
    }

    /** Lays the last fields and the button. */
    void end(Runnable open) {
        Button register = new Button("登録する", click -> attempt(open));
        register.addClassNames("button", "primary");
        add(slug, state, problem, register);
    }

    /** Says below a field or above the button why it was not taken. */
    private void attempt(Runnable open) {
        slug.refuse("");
        problem.setText("");
        try {
            open.run();
        } catch (WrongTextException e) {
            if (e.field().equals("slug")) {
                slug.refuse(Optional.ofNullable(e.getMessage()).orElse(""));
                slug.lead();
            } else {
                problem.setText(Optional.ofNullable(e.getMessage()).orElse(""));
            }
        } catch (RefusedException e) {
            problem.setText(Optional.ofNullable(e.getMessage()).orElse(""));
        }
    }

    void complain(String words) {
        problem.setText(words);
    }

    private static Map<String, String> states() {
        Map<String, String> states = new LinkedHashMap<>();
        Stream.of(OwnerState.TRIAL, OwnerState.RUNNING).forEach(one -> states.put(one.name(), one.label()));
        return states;
    }
}
