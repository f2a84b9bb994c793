package jp.kyosei.backend.collection.entry;

import java.util.List;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.CheckedFinding;
import jp.kyosei.backend.collection.task.CollectionTask;
import jp.kyosei.backend.indicator.Indicator;
import org.jspecify.annotations.Nullable;

/**
 * One indicator of one municipality in a fiscal year, ready to be entered.
 *
 * @param task none outside a round
 * @param stored what is entered; none while nothing is
 * @param figure what is entered as printed; empty while nothing is
 * @param last the figure of the year before as printed; empty where there is none
 * @param lastNote what is to be known of it; may be empty
 * @param change the difference to it; empty where there is none
 * @param findings of this year; they ask and never block
 * @param departmentName who is asked; empty where the plan names no department
 * @param assigned whether it is asked of the actor's own department
 * @param lock why the actor cannot change it now and how it can be opened; empty if the actor can
 */
public record EntryRow(
        Indicator indicator,
        @Nullable CollectionTask task,
        @Nullable Actual stored,
        String figure,
        String last,
        String lastNote,
        String change,
        List<CheckedFinding> findings,
        String departmentName,
        boolean assigned,
        String lock) {
    public EntryRow {
        findings = List.copyOf(findings);
    }

    public boolean isEditable() {
        return lock.isEmpty();
    }

    /** The version to begin an edit from. */
    public long version() {
        return Actual.versionOf(stored);
    }

    public TypedCell typed() {
        return TypedCell.of(stored);
    }

    /** What is entered as printed, with the words beside it; empty while nothing is. */
    public String figureInFull() {
        Actual entered = stored;
        if (entered == null) {
            return "";
        }
        String words = entered.observation().words();
        return words.isEmpty() ? figure : "%s　注：%s".formatted(figure, words);
    }
}
