package jp.kyosei.ui.form;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.Tag;

/** A plain check box. */
@Tag("input")
public final class CheckBox extends AbstractSinglePropertyField<CheckBox, Boolean> {
    /** @param label what it is called by screen readers */
    public CheckBox(String label) {
        super("checked", false, false);
        setSynchronizedEvent("change");
        getElement().setAttribute("type", "checkbox");
        getElement().setAttribute("aria-label", label);
    }
}
