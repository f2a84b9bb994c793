package jp.kyosei.backend.workbook;

import java.util.List;

/**
 * What a workbook says that came back.
 *
 * @param applied whether it was stored, all of it
 * @param items what it changes, in the order of its rows
 * @param unchanged how many figures and texts in it are as they were given out, blank ones left out
 * @param problems all of them at once
 */
public record UploadedWorkbook(
        boolean applied, List<WorkbookItem> items, int unchanged, List<WorkbookProblem> problems) {
    public UploadedWorkbook {
        items = List.copyOf(items);
        problems = List.copyOf(problems);
    }

    static UploadedWorkbook refused(List<WorkbookProblem> problems) {
        return new UploadedWorkbook(false, List.of(), 0, problems);
    }

    /** Whether nothing stands against storing it, and there is something to store. */
    public boolean canBeApplied() {
        return !applied && isSound() && items.stream().anyMatch(WorkbookItem::isWritten);
    }

    /** Whether there is neither a problem that blocks nor a decision that is open. */
    boolean isSound() {
        return problems.stream().noneMatch(WorkbookProblem::blocking)
                && items.stream().noneMatch(item -> item.standing() == WorkbookItem.Standing.STALE);
    }
}
