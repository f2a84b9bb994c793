package jp.kyosei.ui.collection;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Says by when an answer is due, and how long that is from today. */
public final class DueWords {
    private DueWords() {}

    public static String of(LocalDate due, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, due);
        String day = day(due);
        return days < 0
                ? "%s（%d 日過ぎています）".formatted(day, -days)
                : days == 0 ? day + "（今日）" : "%s（あと %d 日）".formatted(day, days);
    }

    /** Such as 期限 5月31日. */
    public static String day(LocalDate due) {
        return "期限 %d月%d日".formatted(due.getMonthValue(), due.getDayOfMonth());
    }
}
