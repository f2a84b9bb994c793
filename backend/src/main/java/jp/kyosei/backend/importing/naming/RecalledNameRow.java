package jp.kyosei.backend.importing.naming;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** What is remembered, with the import in which it was said. */
@MappedEntity
record RecalledNameRow(
        UUID importId,
        UUID indicatorId,
        @Id String key,
        String name,
        String indicator,
        boolean same,
        String fileName,
        String createdByName,
        Instant saidAt) {}
