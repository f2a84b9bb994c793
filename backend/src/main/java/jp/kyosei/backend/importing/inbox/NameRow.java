package jp.kyosei.backend.importing.inbox;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** A new plan's name in addresses, of an import that waits. */
@MappedEntity
record NameRow(@Id UUID id, String planSlug, String fileName) {}
