package jp.kyosei.backend.vision;

import java.time.Instant;
import java.util.UUID;
import jp.kyosei.backend.discussion.NoteId;
import org.jspecify.annotations.Nullable;

/**
 * A quoted phrase.
 *
 * @param theme none while it is not under one
 * @param note where it was quoted from, if from a note
 * @param origin in words: what the note is about and who said it, or which survey; says so if the note was withdrawn
 */
public record Phrase(
        UUID id,
        @Nullable UUID theme,
        String text,
        PhraseSource source,
        @Nullable NoteId note,
        String origin,
        String quotedByName,
        Instant quotedAt,
        long version) {}
