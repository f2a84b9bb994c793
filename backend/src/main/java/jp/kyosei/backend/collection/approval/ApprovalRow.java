package jp.kyosei.backend.collection.approval;

import java.util.List;
import jp.kyosei.backend.actual.narrative.NarrativeText;
import jp.kyosei.backend.collection.entry.EntryRow;
import jp.kyosei.backend.collection.task.CollectionTask;

/**
 * A figure that waits for the actor's approval.
 *
 * @param entry the figure with last year's, the change and the findings
 * @param task who submitted it, and when
 * @param figure as printed, with its year and note
 * @param words the town's narrative; empty where there is none
 * @param lastWords the narrative of the year before
 * @param seenBefore whether the actor saw an earlier submission of it
 * @param changed what has changed since then; empty where nothing has, or it is the first
 */
public record ApprovalRow(
        EntryRow entry,
        CollectionTask task,
        String figure,
        NarrativeText words,
        NarrativeText lastWords,
        boolean seenBefore,
        List<ChangedPart> changed) {
    public ApprovalRow {
        changed = List.copyOf(changed);
    }

    public String no() {
        return entry.indicator().no();
    }
}
