package jp.kyosei.backend.workbook;

import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.narrative.Narrative;
import jp.kyosei.backend.collection.entry.EntryRow;
import jp.kyosei.backend.collection.task.CollectionTask;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.backend.evaluation.Consolidation;
import jp.kyosei.backend.figure.Observed;
import org.jspecify.annotations.Nullable;

/**
 * A row of the workbook.
 *
 * @param section the titles of its sections, from the top
 * @param open whether it can be typed into now
 */
record WorkbookRow(EntryRow entry, @Nullable Narrative narrative, String section, boolean open) {
    String no() {
        return entry.indicator().no();
    }

    EntryTexts texts() {
        return EntryTexts.of(entry.stored(), narrative);
    }

    WorkbookFacts.RowFacts facts() {
        return WorkbookFacts.RowFacts.of(
                no(), Actual.versionOf(entry.stored()), Narrative.versionOf(narrative), texts());
    }

    /** Whether a numerator and a denominator make sense. */
    boolean isRatio() {
        Actual stored = entry.stored();
        return entry.indicator().consolidation() == Consolidation.RATIO_OF_SUMS
                || entry.indicator().unit().contains("%")
                || entry.indicator().unit().contains("％")
                || (stored != null && stored.observation().observed() instanceof Observed.Ratio);
    }

    String state() {
        CollectionTask task = entry.task();
        return task == null ? "" : task.state().label();
    }

    boolean isConfirmed() {
        CollectionTask task = entry.task();
        return task != null && task.state() == TaskState.CONFIRMED;
    }
}
