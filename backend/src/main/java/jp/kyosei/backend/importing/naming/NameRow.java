package jp.kyosei.backend.importing.naming;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** What was answered in an import. */
@MappedEntity("import_name_memory")
record NameRow(
        UUID ownerId,
        UUID importId,
        UUID indicatorId,
        @Id String key,
        String name,
        String indicator,
        boolean same,
        Instant saidAt) {}
