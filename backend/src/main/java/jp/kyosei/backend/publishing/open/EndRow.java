package jp.kyosei.backend.publishing.open;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** A year that was withdrawn, and may have been published again since. */
@MappedEntity("publication_end")
record EndRow(UUID ownerId, String planSlug, int fiscalYear, Instant endedAt, String publicReason) {}
