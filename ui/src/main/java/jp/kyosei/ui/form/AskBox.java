package jp.kyosei.ui.form;

import com.vaadin.flow.component.ModalityMode;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Consumer;
import jp.kyosei.backend.text.TextKind;

/**
 * Asks before something is done: what will happen, a reason where one is needed, yes and no. What is typed is not lost by a
 * click beside the box. The page behind keeps on saving what is under way, so it is covered only for the person.
 */
public final class AskBox extends Dialog {
    private AskBox(String question) {
        addClassName("ask-box");
        setAriaLabel(question);
        setModality(ModalityMode.VISUAL);
        setCloseOnOutsideClick(false);
        setAutofocus(true);
        addClosedListener(closed -> removeFromParent());
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
        box.add(reason);
        box.add(box.buttons(yes, () -> {
            if (reason.getValue().isBlank()) {
                reason.refuse("「%s」を書いてください。".formatted(label));
                reason.lead();
                return;
            }
            reason.refuse("");
            action.accept(reason.getValue());
        }));
        return box;
    }

    private Div buttons(String yes, Runnable action) {
        Button confirm = new Button(yes, click -> action.run());
        confirm.addClassNames("button", "primary");
        Button cancel = new Button("やめる", click -> close());
        cancel.addClassName("button");
        Div buttons = new Div(confirm, cancel);
        buttons.addClassName("button-row");
        return buttons;
    }

    /** Opens it; it belongs to a place and goes when the place is emptied. */
    public void askIn(Div place) {
        place.removeAll();
        place.add(this);
        open();
    }
}
