package jp.kyosei.ui.reading;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import jp.kyosei.backend.discussion.CommentWindow;

/** Until when notes are taken, as it stands on screens. */
public final class WindowWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日（E）", Locale.JAPANESE);

    private WindowWords() {}

    /** Such as 意見の受付　12月1日（火）まで・あと10日. */
    public static String of(CommentWindow window, LocalDate today) {
        if (today.isBefore(window.opensOn())) {
            return "意見の受付　%sから%sまで".formatted(DAY.format(window.opensOn()), DAY.format(window.closesOn()));
        }
        if (!window.isOpen(today)) {
            return "意見の受付は、%sに終わりました".formatted(DAY.format(window.closesOn()));
        }
        long left = ChronoUnit.DAYS.between(today, window.closesOn());
        return "意見の受付　%sまで・%s"
                .formatted(DAY.format(window.closesOn()), left == 0 ? "今日が最終日です" : "あと%d日".formatted(left));
    }
}
