package jp.kyosei.backend.discussion;

import java.util.UUID;

/** Identifies a note (意見・質問). */
public record NoteId(UUID value) {
    public static NoteId next() {
        return new NoteId(UUID.randomUUID());
    }
}
