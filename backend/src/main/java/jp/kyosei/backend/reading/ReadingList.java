package jp.kyosei.backend.reading;

import java.util.List;
import jp.kyosei.backend.discussion.Writing;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.PlanContent;
import jp.kyosei.backend.results.ResultsRow;

/**
 * All indicators of a plan in the order of the plan, for one reader.
 *
 * @param fiscalYear the year that is read: the one of the meeting that takes comments, else the latest with results
 * @param writing whether the reader may write notes now
 */
public record ReadingList(PlanContent content, FiscalYear fiscalYear, List<Line> lines, Writing writing) {
    public ReadingList {
        lines = List.copyOf(lines);
    }

    /** How many of them the reader has opened. */
    public long read() {
        return lines.stream().filter(Line::read).count();
    }

    /**
     * One indicator.
     *
     * @param read whether the reader has opened its page for this year
     * @param notes how many notes the reader sees on it, withdrawn ones apart
     * @param own how many of them the reader wrote
     * @param unread how many of them are new to the reader, or have something new
     */
    public record Line(ResultsRow row, boolean read, int notes, int own, int unread) {}
}
