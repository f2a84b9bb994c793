package jp.kyosei.backend.importing.inbox;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** What an owner's people said of columns with such a header. */
@MappedEntity("import_memory")
record MemoryRow(UUID ownerId, @Id String label, String kind) {}
