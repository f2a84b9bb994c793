package jp.kyosei.backend.workbook;

import jp.kyosei.backend.sheet.CellPlace;
import org.jspecify.annotations.Nullable;

/**
 * Something about a workbook, in Japanese, with what to do.
 *
 * @param place none where the workbook as a whole is meant
 * @param no the indicator's number; empty where none is known
 * @param blocking whether nothing can be stored until it is mended; else it is only to be known
 */
public record WorkbookProblem(@Nullable CellPlace place, String no, String message, boolean blocking) {
    static WorkbookProblem ofWhole(String message) {
        return new WorkbookProblem(null, "", message, true);
    }

    static WorkbookProblem at(CellPlace place, String no, String message) {
        return new WorkbookProblem(place, no, message, true);
    }

    /** What stands at a place and is not taken. */
    static WorkbookProblem leftOut(CellPlace place, String no, String message) {
        return new WorkbookProblem(place, no, message, false);
    }

    static WorkbookProblem toKnow(String no, String message) {
        return new WorkbookProblem(null, no, message, false);
    }
}
