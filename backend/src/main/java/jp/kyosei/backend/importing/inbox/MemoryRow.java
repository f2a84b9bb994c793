package jp.kyosei.backend.importing.inbox;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** What was said in an import of a column under such a head. */
@MappedEntity("import_memory")
record MemoryRow(UUID ownerId, UUID importId, @Id String key, String label, String kind, Instant saidAt) {}
