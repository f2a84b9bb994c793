package jp.kyosei.backend.discussion.thread;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A note as it is first written. */
@MappedEntity("note")
record NoteEntity(
        UUID ownerId,
        UUID id,
        UUID planId,
        int fiscalYear,
        @Nullable UUID meetingId,
        @Nullable UUID indicatorId,
        @Nullable String sectionNumber,
        String kind,
        String visibility,
        String text,
        UUID authorId,
        String authorName,
        String authorStanding,
        @Nullable String authorTown,
        Instant writtenAt) {}
