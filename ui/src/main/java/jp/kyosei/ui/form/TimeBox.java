package jp.kyosei.ui.form;

import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;

/** A time of the day, to the minute; quarters of an hour are offered. */
public final class TimeBox extends TimePicker implements Refusable {
    private static final String UNREADABLE = "時刻を、13:30 のように入力してください。";

    /** Makes an empty one. */
    public TimeBox(String label) {
        super(label);
        setLocale(Locale.JAPAN);
        setStep(Duration.ofMinutes(15));
        setI18n(new TimePickerI18n().setBadInputErrorMessage(UNREADABLE));
        setAutoOpen(false);
    }

    public Optional<LocalTime> time() {
        return getOptionalValue();
    }

    /** Whether something is typed that is no time. */
    public boolean isUnreadable() {
        return isInputUnparsable();
    }
}
