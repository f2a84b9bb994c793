package jp.kyosei.ui.form;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Consumer;
import jp.kyosei.backend.text.TextKind;

/** Asks before something is done, in the page itself: what will happen, a reason where one is needed, yes and no. */
public final class AskBox extends Div {
    private final Paragraph problem = new Paragraph();

    private AskBox(String question) {
        addClassName("ask-box");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", question);
        getElement().setAttribute("tabindex", "-1");
        problem.addClassName("ask-problem");
        problem.getElement().setAttribute("role", "alert");
        add(new Paragraph(question));
    }

    /** Yes or no. */
    public static AskBox of(String question, String yes, Runnable action) {
        AskBox box = new AskBox(question);
        box.add(box.buttons(yes, action));
        return box;
    }

    /** With a text that must be given. */
    public static AskBox withReason(String question, String label, String yes, Consumer<String> action) {
        AskBox box = new AskBox(question);
        TextBox reason = new TextBox(label, 3).of(TextKind.REASON);
        Paragraph caption = new Paragraph(label);
        caption.addClassName("field-label");
        box.add(caption, reason, box.problem);
        box.add(box.buttons(yes, () -> {
            if (reason.getValue().isBlank()) {
                box.problem.setText("「%s」を書いてください。".formatted(label));
                return;
            }
            action.accept(reason.getValue());
        }));
        return box;
    }

    private Div buttons(String yes, Runnable action) {
        NativeButton confirm = new NativeButton(yes, click -> action.run());
        confirm.addClassNames("button", "primary");
        NativeButton cancel = new NativeButton("やめる", click -> removeFromParent());
        cancel.addClassName("button");
        Div buttons = new Div(confirm, cancel);
        buttons.addClassName("button-row");
        return buttons;
    }

    /** Puts the box into a place and the focus into the box. */
    public void askIn(Div place) {
        place.removeAll();
        place.add(this);
        getElement().executeJs("(this.querySelector('textarea') ?? this).focus()");
    }
}
