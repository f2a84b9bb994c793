package jp.kyosei.backend.discussion.thread;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import jp.kyosei.backend.discussion.Author;
import org.jspecify.annotations.Nullable;

@MappedEntity
record ReplyRow(
        UUID id,
        UUID noteId,
        boolean answers,
        String text,
        UUID authorId,
        String authorName,
        String authorStanding,
        @Nullable String authorTown,
        @Nullable String authorTownName,
        Instant writtenAt,
        @Nullable Instant editedAt,
        @Nullable Instant withdrawnAt,
        long version) {
    Author author() {
        return NoteRow.author(authorId, authorName, authorStanding, authorTown, authorTownName);
    }
}
