package jp.kyosei.ui.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import java.util.UUID;

/** A field below its label, with what helps to fill it in, and below it why it was not taken. */
public final class FormField extends Div {
    private final Component field;
    private final Paragraph problem = new Paragraph();

    public FormField(String label, Component field) {
        this(label, "", field);
    }

    /** @param hint shown between label and field; may be empty */
    public FormField(String label, String hint, Component field) {
        this.field = field;
        String id = "field-" + UUID.randomUUID();
        field.setId(id);
        addClassName("form-field");
        Element caption = new Element("label");
        caption.setAttribute("for", id);
        caption.setAttribute("class", "field-label");
        caption.setText(label);
        getElement().appendChild(caption);
        if (!hint.isEmpty()) {
            Paragraph words = new Paragraph(hint);
            words.addClassName("field-hint");
            words.setId(id + "-hint");
            add(words);
        }
        problem.setId(id + "-problem");
        problem.addClassName("ask-problem");
        problem.getElement().setAttribute("role", "alert");
        field.getElement().setAttribute("aria-describedby", (hint.isEmpty() ? "" : id + "-hint ") + id + "-problem");
        add(field, problem);
    }

    /** Says why the field was not taken; empty where it was. */
    public void refuse(String message) {
        problem.setText(message);
        if (message.isEmpty()) {
            field.getElement().removeAttribute("aria-invalid");
        } else {
            field.getElement().setAttribute("aria-invalid", "true");
        }
    }

    public boolean isRefused() {
        return !problem.getText().isEmpty();
    }

    /** Leads the person to the field. */
    public void focus() {
        field.getElement().executeJs("this.focus()");
    }
}
