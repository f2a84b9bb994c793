package jp.kyosei.ui.form;

import com.vaadin.flow.component.checkbox.Checkbox;

/** Yes or no, with its words beside it. */
public final class CheckBox extends Checkbox {
    public CheckBox(String label) {
        super(label);
        setManualValidation(true);
    }

    /** Keeps its words from sight, where the place says what is chosen; they are read aloud. */
    public CheckBox inTable() {
        return shown("");
    }

    /** Shows other words than those read aloud, where the place says the rest. */
    public CheckBox shown(String words) {
        setAriaLabel(getLabel());
        setLabel(words);
        return this;
    }

    /** Says what it means. */
    public CheckBox hint(String words) {
        setHelperText(words);
        return this;
    }
}
