package jp.kyosei.backend.discussion;

import jp.kyosei.backend.figure.FiscalYear;

/**
 * A note to be written.
 *
 * @param text Markdown, {@link jp.kyosei.backend.text.TextKind#NOTE}, not blank
 */
public record NewNote(NoteTarget target, FiscalYear fiscalYear, NoteKind kind, Visibility visibility, String text) {}
