package jp.kyosei.backend.discussion;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.kyosei.backend.attachment.Attachment;
import jp.kyosei.backend.figure.FiscalYear;
import org.jspecify.annotations.Nullable;

/**
 * A note with its thread, as one reader sees it.
 *
 * @param fiscalYear the year whose results it is about
 * @param meeting the meeting in whose comment window it was written, if in one
 * @param text the Markdown as written; empty once it is withdrawn, but for its author and the secretariat
 * @param assignment who is to answer, if somebody was named
 * @param withdrawnAt when its author took it back
 * @param replies oldest first
 * @param following whether the reader gets mail of what is added
 */
public record Note(
        NoteId id,
        String plan,
        NoteSubject subject,
        FiscalYear fiscalYear,
        @Nullable UUID meeting,
        NoteKind kind,
        Visibility visibility,
        NoteState state,
        String text,
        Author author,
        @Nullable Assignment assignment,
        Instant writtenAt,
        @Nullable Instant editedAt,
        @Nullable Instant withdrawnAt,
        long version,
        List<Reply> replies,
        List<Attachment> attachments,
        Mark mark,
        boolean following,
        Rights rights) {
    public Note {
        replies = List.copyOf(replies);
        attachments = List.copyOf(attachments);
    }

    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    /** Whether somebody still has to answer. */
    public boolean awaitsAnswer() {
        return state == NoteState.OPEN && !isWithdrawn();
    }
}
