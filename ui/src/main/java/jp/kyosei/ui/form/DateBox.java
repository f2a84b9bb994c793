package jp.kyosei.ui.form;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A day, by the browser's own calendar. */
@Tag("input")
public final class DateBox extends AbstractSinglePropertyField<DateBox, String> implements HasStyle {
    public DateBox(String label, LocalDate day) {
        this(label);
        setValue(day.toString());
    }

    /**
     * Makes an empty one.
     *
     * @param label what it is called by screen readers
     */
    public DateBox(String label) {
        super("value", "", false);
        setSynchronizedEvent("change");
        addClassName("plain-field");
        getElement().setAttribute("type", "date");
        getElement().setAttribute("aria-label", label);
    }

    public Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(getValue()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
