package jp.kyosei.backend.collection.entry;

/** What became of an edit, with the row as it is now. */
public sealed interface EntryOutcome {
    EntryRow row();

    /**
     * Stored.
     *
     * @param hint how the typed text was read; may be empty
     */
    record Saved(EntryRow row, String hint) implements EntryOutcome {}

    /** It was so already; nothing was written. */
    record Unchanged(EntryRow row, String hint) implements EntryOutcome {}

    /** Nothing was written; the message says what to type instead. */
    record NotUnderstood(EntryRow row, String message) implements EntryOutcome {}

    /** Nothing was written: the row shows what somebody else has stored since. */
    record Conflict(EntryRow row) implements EntryOutcome {}

    /**
     * Nothing was written; the message says why and how it can be opened.
     *
     * @param forbidden whether this person may never change it, rather than not as things stand
     */
    record Locked(EntryRow row, String message, boolean forbidden) implements EntryOutcome {}
}
