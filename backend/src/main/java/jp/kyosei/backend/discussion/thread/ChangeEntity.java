package jp.kyosei.backend.discussion.thread;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("note_change")
record ChangeEntity(
        UUID ownerId,
        UUID id,
        UUID noteId,
        @Nullable UUID replyId,
        String what,
        String before,
        String after,
        String remark,
        UUID personId,
        String personName,
        Instant at) {}
