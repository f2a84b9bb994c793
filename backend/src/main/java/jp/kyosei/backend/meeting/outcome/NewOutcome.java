package jp.kyosei.backend.meeting.outcome;

import jp.kyosei.backend.discussion.NoteId;
import org.jspecify.annotations.Nullable;

/**
 * An outcome to be recorded.
 *
 * @param no the indicator's number; none for the plan as a whole
 * @param note the note it goes back to, if one
 * @param text plain text, {@link jp.kyosei.backend.text.TextKind#NOTE}, not blank
 */
public record NewOutcome(@Nullable String no, @Nullable NoteId note, String text, OutcomeStatus status) {}
