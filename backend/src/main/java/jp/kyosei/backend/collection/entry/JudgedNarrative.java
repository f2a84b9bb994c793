package jp.kyosei.backend.collection.entry;

import java.util.List;
import java.util.Map;
import jp.kyosei.backend.actual.narrative.Narrative;
import jp.kyosei.backend.actual.narrative.NarrativeChange;
import jp.kyosei.backend.indicator.IndicatorId;
import org.jspecify.annotations.Nullable;

/**
 * An edit of a narrative that was looked at.
 *
 * @param before what is stored; none while nothing is
 * @param change none where nothing is to be stored
 * @param message why it cannot be stored; else empty
 */
record JudgedNarrative(
        String no,
        @Nullable Narrative before,
        @Nullable NarrativeChange change,
        String message,
        TownEntry.Verdict verdict) {

    /**
     * What became of it.
     *
     * @param stored what was stored, by indicator
     */
    NarrativeOutcome outcome(Map<IndicatorId, Narrative> stored) {
        return switch (verdict) {
            case CHANGES -> new NarrativeOutcome.Saved(change == null ? null : stored.get(change.indicator()));
            case SAME -> new NarrativeOutcome.Saved(before);
            case STALE -> new NarrativeOutcome.Conflict(before);
            case NOT_UNDERSTOOD, LOCKED -> new NarrativeOutcome.Locked(before, message, false);
            case FORBIDDEN -> new NarrativeOutcome.Locked(before, message, true);
        };
    }

    /** What it does; a narrative is not shown in one line. */
    TownEntry.Judgement judgement() {
        return new TownEntry.Judgement(no, verdict, "", "", message, List.of());
    }
}
