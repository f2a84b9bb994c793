package jp.kyosei.ui.form;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A time of the day, to the minute. */
@Tag("input")
public final class TimeBox extends AbstractSinglePropertyField<TimeBox, String> implements HasStyle {
    /**
     * Makes an empty one.
     *
     * @param label what it is called by screen readers
     */
    public TimeBox(String label) {
        super("value", "", false);
        setSynchronizedEvent("change");
        addClassName("plain-field");
        getElement().setAttribute("type", "time");
        getElement().setAttribute("aria-label", label);
    }

    public Optional<LocalTime> time() {
        try {
            return Optional.of(LocalTime.parse(getValue()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
