package jp.kyosei.backend.publishing.open;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** A publication that is in force. */
@MappedEntity("publication")
record PublicationRow(
        UUID id,
        UUID ownerId,
        int fiscalYear,
        int revision,
        String licence,
        Instant firstPublishedAt,
        Instant publishedAt,
        String owner,
        String ownerName,
        String plan,
        String title,
        String document) {}
