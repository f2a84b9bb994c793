package jp.kyosei.backend.discussion;

import java.time.LocalDate;
import java.util.UUID;
import jp.kyosei.backend.figure.FiscalYear;

/**
 * The time in which the committee writes notes before a meeting.
 *
 * @param meeting which meeting
 * @param title such as 令和5年度第2回懇談会
 * @param fiscalYear the year whose results the meeting discusses
 * @param opensOn first day
 * @param closesOn last day, included
 */
public record CommentWindow(UUID meeting, String title, FiscalYear fiscalYear, LocalDate opensOn, LocalDate closesOn) {
    public boolean isOpen(LocalDate today) {
        return !today.isBefore(opensOn) && !today.isAfter(closesOn);
    }
}
