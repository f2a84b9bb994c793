package jp.kyosei.backend.collection.entry;

import jp.kyosei.backend.actual.narrative.Narrative;
import org.jspecify.annotations.Nullable;

/** What became of a narrative. */
public sealed interface NarrativeOutcome {

    /**
     * Stored, or so already.
     *
     * @param narrative none while nothing is stored
     */
    record Saved(@Nullable Narrative narrative) implements NarrativeOutcome {}

    /**
     * Nothing was written.
     *
     * @param narrative what somebody else has stored since
     */
    record Conflict(@Nullable Narrative narrative) implements NarrativeOutcome {}

    /** Nothing was written; the message says why and how it can be opened. */
    record Locked(@Nullable Narrative narrative, String message, boolean forbidden) implements NarrativeOutcome {}
}
