package jp.kyosei.ui.form;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;

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
}
