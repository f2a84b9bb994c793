package jp.kyosei.backend.discussion;

import jp.kyosei.backend.figure.FiscalYear;

/**
 * A note to be written.
 *
 * @param text Markdown, one to {@link NoteText#MAX_LENGTH} characters
 */
public record NewNote(NoteTarget target, FiscalYear fiscalYear, NoteKind kind, Visibility visibility, String text) {}
