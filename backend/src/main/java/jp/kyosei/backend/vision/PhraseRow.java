package jp.kyosei.backend.vision;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("vision_phrase")
record PhraseRow(
        UUID id,
        @Nullable UUID themeId,
        String text,
        String source,
        @Nullable UUID noteId,
        String reference,
        String quotedByName,
        Instant quotedAt,
        long version) {}
