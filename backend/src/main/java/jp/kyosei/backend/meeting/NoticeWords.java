package jp.kyosei.backend.meeting;

import java.time.LocalDate;

/** How mails of meetings say titles and days. */
public final class NoticeWords {
    private static final int LONGEST_TITLE = 100;

    private NoticeWords() {}

    /** A title that fits a subject: its first 100 characters. */
    public static String shortened(String title) {
        int length = title.codePointCount(0, title.length());
        return length <= LONGEST_TITLE ? title : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE)) + "…";
    }

    /** Such as 2023年9月29日. */
    public static String day(LocalDate day) {
        return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }
}
