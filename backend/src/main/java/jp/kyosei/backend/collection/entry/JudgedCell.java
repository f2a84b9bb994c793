package jp.kyosei.backend.collection.entry;

import java.util.List;
import jp.kyosei.backend.actual.CellChange;
import jp.kyosei.backend.evaluation.Check;
import jp.kyosei.backend.evaluation.Evaluator;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import org.jspecify.annotations.Nullable;

/**
 * An edit of a figure that was looked at: what it would change, or what stands against it.
 *
 * @param change none where nothing is to be stored
 * @param message how it was read, or why it cannot be stored; may be empty
 */
record JudgedCell(String no, @Nullable CellChange change, String message, TownEntry.Verdict verdict) {

    /** What became of it. */
    EntryOutcome outcome(Cells now) {
        EntryRow row = now.rowOf(no);
        return switch (verdict) {
            case CHANGES -> new EntryOutcome.Saved(row, message);
            case SAME -> new EntryOutcome.Unchanged(row, message);
            case NOT_UNDERSTOOD -> new EntryOutcome.NotUnderstood(row, message);
            case STALE -> new EntryOutcome.Conflict(row);
            case LOCKED -> new EntryOutcome.Locked(row, message, false);
            case FORBIDDEN -> new EntryOutcome.Locked(row, message, true);
        };
    }

    /** What it does to the cell as it stood before. */
    TownEntry.Judgement judgement(Cells before) {
        EntryPreview preview = preview(before);
        return new TownEntry.Judgement(
                no, verdict, preview.before(), preview.after(), preview.message(), preview.findings());
    }

    /** The same for the eyes. */
    EntryPreview preview(Cells before) {
        String stored = before.rowOf(no).figureInFull();
        return switch (verdict) {
            case CHANGES -> new EntryPreview(no, true, stored, changed(before), message, findings(before));
            case SAME -> new EntryPreview(no, true, stored, stored, message, List.of());
            // An edit of a pasted block begins from what is shown; the store is asked again when it is applied.
            case STALE -> new EntryPreview(no, false, stored, "", "ほかの人が変更しました。いまの値を確かめてください。", List.of());
            case NOT_UNDERSTOOD, LOCKED, FORBIDDEN -> new EntryPreview(no, false, stored, "", message, List.of());
        };
    }

    private List<Check> findings(Cells before) {
        Observation after = change == null ? null : change.after();
        return after == null ? List.of() : before.checksOf(no, after);
    }

    private String changed(Cells cells) {
        Observation after = change == null ? null : change.after();
        if (after == null) {
            return "";
        }
        FiscalYear reference = after.referenceYear();
        return new Evaluator(cells.rules()).figureText(cells.indicator(no).measure(), after.observed())
                + (reference == null ? "" : "(%s)".formatted(reference.shortLabel()))
                + beside(after);
    }

    private static String beside(Observation figure) {
        return figure.words().isEmpty() ? "" : "　注：" + figure.words();
    }
}
