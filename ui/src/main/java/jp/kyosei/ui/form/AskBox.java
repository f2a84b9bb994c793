package jp.kyosei.ui.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ModalityMode;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.text.TextKind;

/**
 * Asks before something is done: what will happen, a reason where one is needed, yes and no. What is typed is not lost by a
 * click beside the box. The page behind keeps on saving what is under way, so it is covered only for the person.
 */
public final class AskBox extends Dialog {
    private final Paragraph problem = new Paragraph();

    private AskBox(String question) {
        addClassName("ask-box");
        setAriaLabel(question);
        setModality(ModalityMode.VISUAL);
        setCloseOnOutsideClick(false);
        setAutofocus(true);
        addClosedListener(closed -> removeFromParent());
        problem.addClassName("ask-problem");
        problem.getElement().setAttribute("role", "alert");
        add(new Paragraph(question));
    }

    /** Yes or no. */
    public static AskBox of(String question, String yes, Runnable action) {
        AskBox box = new AskBox(question);
        box.add(box.buttons(yes, () -> box.answer(action)));
        return box;
    }

    /** With a text that must be given. */
    public static AskBox withReason(String question, String label, String yes, Consumer<String> action) {
        AskBox box = new AskBox(question);
        TextBox reason = new TextBox(label, 3).of(TextKind.REASON);
        box.add(reason);
        box.add(box.buttons(yes, () -> {
            reason.refuse(reason.getValue().isBlank() ? "「%s」を書いてください。".formatted(label) : "");
            if (reason.isInvalid()) {
                reason.lead();
            } else {
                box.answer(() -> action.accept(reason.getValue()));
            }
        }));
        return box;
    }

    /** With a text that must be given, and one that may be. */
    public static AskBox withReasons(
            String question, String label, String further, String yes, BiConsumer<String, String> action) {
        TextBox told = new TextBox(further, 2).of(TextKind.REASON);
        AskBox box = withReason(question, label, yes, reason -> action.accept(reason, told.getValue()));
        box.addComponentAtIndex(2, told);
        return box;
    }

    /** With fields to be filled in; whoever does it says what is wrong with them by a refusal. */
    public static AskBox withFields(String question, String yes, Runnable action, Component... fields) {
        AskBox box = new AskBox(question);
        Div filled = new Div(fields);
        filled.addClassName("ask-fields");
        box.add(filled, box.buttons(yes, () -> box.answer(action)));
        return box;
    }

    /** Says in the box why it could not be done; it stays open with what is typed in it. */
    public void complain(String why) {
        problem.setText(why);
    }

    /** Whoever does it says what has happened in the page; only a refusal keeps the box. */
    private void answer(Runnable action) {
        problem.setText("");
        try {
            action.run();
        } catch (RefusedException | ForbiddenException e) {
            complain(Optional.ofNullable(e.getMessage()).orElse("できませんでした。"));
        }
        if (problem.getText().isEmpty()) {
            close();
        }
    }

    private Div buttons(String yes, Runnable action) {
        Button confirm = new Button(yes, click -> action.run());
        confirm.addClassNames("button", "primary");
        Button cancel = new Button("やめる", click -> close());
        cancel.addClassName("button");
        Div row = new Div(confirm, cancel);
        row.addClassName("button-row");
        return new Div(problem, row);
    }

    /** Opens it; it belongs to a place and goes when the place is emptied. */
    public void askIn(Div place) {
        place.removeAll();
        place.add(this);
        open();
    }
}
