package jp.kyosei.ui.staffing;

import java.time.LocalDate;
import jp.kyosei.backend.figure.FiscalYear;

/** Days as an office says them in a sentence. */
final class JapaneseDays {
    private JapaneseDays() {}

    /** 令和9年4月1日; January to March belong to the calendar's year, not to the fiscal one. */
    static String of(LocalDate day) {
        String year = new FiscalYear(day.getYear()).longLabel().replace("年度", "年");
        return "%s%d月%d日".formatted(year, day.getMonthValue(), day.getDayOfMonth());
    }
}
