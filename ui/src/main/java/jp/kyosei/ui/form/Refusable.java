package jp.kyosei.ui.form;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.shared.HasValidationProperties;

/** A box that says right below itself why what is in it was not taken. */
public interface Refusable extends HasElement, HasValidationProperties {
    /** Says why it was not taken; empty where it was. */
    default void refuse(String message) {
        setErrorMessage(message);
        setInvalid(!message.isEmpty());
    }

    /** Leads the person to it. */
    default void lead() {
        getElement().callJsFunction("focus");
    }
}
