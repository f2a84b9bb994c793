package jp.kyosei.ui.form;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import jp.kyosei.backend.text.TextKind;

/** A plain text area. */
@Tag("textarea")
public final class TextBox extends AbstractSinglePropertyField<TextBox, String> implements HasStyle {
    /**
     * Makes an empty one.
     *
     * @param label what it is called by screen readers
     * @param rows how many lines it shows
     */
    public TextBox(String label, int rows) {
        super("value", "", false);
        setSynchronizedEvent("input");
        addClassName("text-box");
        getElement().setAttribute("aria-label", label);
        getElement().setAttribute("rows", Integer.toString(rows));
    }

    /**
     * Holds what is typed or pasted near the limit of its kind. A browser counts UTF-16 units and cuts without a word, so it
     * lets in twice the limit, which no text within the limit exceeds; the service says what is too long.
     */
    public TextBox of(TextKind kind) {
        getElement().setAttribute("maxlength", Integer.toString(2 * kind.most()));
        return this;
    }
}
