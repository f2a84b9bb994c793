package jp.kyosei.ui.form;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;

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
}
