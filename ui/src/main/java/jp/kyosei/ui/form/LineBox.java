package jp.kyosei.ui.form;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import jp.kyosei.backend.text.TextKind;

/** A plain field of one line. */
@Tag("input")
public final class LineBox extends AbstractSinglePropertyField<LineBox, String> implements HasStyle {
    /** @param label what it is called by screen readers */
    public LineBox(String label) {
        super("value", "", false);
        setSynchronizedEvent("change");
        addClassName("plain-field");
        getElement().setAttribute("type", "text");
        getElement().setAttribute("aria-label", label);
    }

    /**
     * Holds what is typed or pasted near the limit of its kind. A browser counts UTF-16 units and cuts without a word, so it
     * lets in twice the limit, which no text within the limit exceeds; the service says what is too long.
     */
    public LineBox of(TextKind kind) {
        getElement().setAttribute("maxlength", Integer.toString(2 * kind.most()));
        return this;
    }
}
