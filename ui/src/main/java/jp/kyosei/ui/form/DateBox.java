package jp.kyosei.ui.form;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.data.binder.Result;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.backend.clock.JapaneseDay;

/**
 * A day, typed or chosen from a calendar; below it, what day that is in Japanese years. The calendar opens by its button or
 * the arrow keys only, so that nothing covers what somebody types.
 */
public final class DateBox extends DatePicker implements Refusable {
    private static final String UNREADABLE = "日を、2024/9/29 や R6.9.29 のように、年・月・日まで入力してください。";

    private String hint = "";

    public DateBox(String label, LocalDate day) {
        this(label);
        setValue(day);
    }

    /** Makes an empty one. */
    public DateBox(String label) {
        super(label);
        setLocale(Locale.JAPAN);
        setI18n(japanese());
        setFallbackParser(typed -> JapaneseDay.read(typed).map(Result::ok).orElseGet(() -> Result.error(UNREADABLE)));
        setAutoOpen(false);
        // The year before the month, as it is said. After the texts, which Vaadin sends shortly before the answer.
        addAttachListener(attached -> attached.getUI().beforeClientResponse(this, sending -> getElement()
                .executeJs("this.i18n = { ...this.i18n, formatTitle: (month, year) => year + '年' + month }")));
        addValueChangeListener(change -> explain());
    }

    /** Says what helps to fill it in. */
    public DateBox hint(String words) {
        hint = words;
        explain();
        return this;
    }

    public Optional<LocalDate> day() {
        return getOptionalValue();
    }

    /** Whether something is typed that is no day. */
    public boolean isUnreadable() {
        return isInputUnparsable();
    }

    private void explain() {
        setHelperText(Stream.of(day().map(JapaneseDay::words).orElse(""), hint)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("　")));
    }

    private static DatePickerI18n japanese() {
        List<String> days = List.of("日", "月", "火", "水", "木", "金", "土");
        return new DatePickerI18n()
                .setMonthNames(List.of("1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"))
                .setWeekdays(days.stream().map(day -> day + "曜日").toList())
                .setWeekdaysShort(days)
                .setFirstDayOfWeek(0)
                .setDateFormats("yyyy/MM/dd", "yyyy/M/d", "yyyy-MM-dd")
                .setToday("今日")
                .setCancel("やめる")
                .setDialogAccessibleName("カレンダー")
                .setBadInputErrorMessage(UNREADABLE);
    }
}
