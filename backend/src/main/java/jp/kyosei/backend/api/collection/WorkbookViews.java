package jp.kyosei.backend.api.collection;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.workbook.UploadedWorkbook;
import jp.kyosei.backend.workbook.WorkbookItem;
import jp.kyosei.backend.workbook.WorkbookProblem;
import org.jspecify.annotations.Nullable;

/** What is answered about the workbooks of a collection. */
final class WorkbookViews {
    private WorkbookViews() {}

    /**
     * A workbook that came back.
     *
     * @param applied whether it is stored now, all of it
     * @param canBeApplied whether it could be
     * @param unchanged how many figures and texts are as they were given out
     */
    @Serdeable
    record UploadView(
            boolean applied, boolean canBeApplied, int unchanged, List<ItemView> items, List<ProblemView> problems) {
        static UploadView of(UploadedWorkbook uploaded) {
            return new UploadView(
                    uploaded.applied(),
                    uploaded.canBeApplied(),
                    uploaded.unchanged(),
                    uploaded.items().stream().map(ItemView::of).toList(),
                    uploaded.problems().stream().map(ProblemView::of).toList());
        }
    }

    /**
     * A change.
     *
     * @param cell such as {@code I12}
     * @param decision to be sent in {@code use} or {@code keep} where the standing is STALE, in {@code use} to clear where it is BLANK
     */
    @Serdeable
    record ItemView(
            String no,
            String indicator,
            WorkbookItem.Part part,
            WorkbookItem.Standing standing,
            String stored,
            String given,
            String storedBy,
            @Nullable Instant storedAt,
            String cell,
            String decision,
            String hint) {
        static ItemView of(WorkbookItem item) {
            return new ItemView(
                    item.no(),
                    item.indicator(),
                    item.part(),
                    item.standing(),
                    item.stored(),
                    item.given(),
                    item.storedBy(),
                    item.storedAt(),
                    item.place().name(),
                    item.decision(),
                    item.hint());
        }
    }

    /** What stands against it, or is to be known; {@code cell} is empty where the workbook as a whole is meant. */
    @Serdeable
    record ProblemView(String cell, String no, String message, boolean blocking) {
        static ProblemView of(WorkbookProblem problem) {
            CellPlace place = problem.place();
            return new ProblemView(
                    place == null ? "" : place.name(), problem.no(), problem.message(), problem.blocking());
        }
    }
}
