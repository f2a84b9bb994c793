package jp.kyosei.backend.importing.inbox;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** What is remembered, with the import in which it was said. */
@MappedEntity
record RecalledRow(
        UUID importId,
        @Id String key,
        String label,
        String kind,
        String fileName,
        String createdByName,
        Instant saidAt) {}
