package jp.kyosei.backend.importing.inbox;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An import without its file. */
@MappedEntity
record ImportRow(
        @Id UUID id,
        UUID ownerId,
        String ownerSlug,
        String ownerName,
        String planSlug,
        boolean planIsNew,
        String title,
        int fiscalYear,
        @Nullable Integer firstFiscalYear,
        @Nullable Integer lastFiscalYear,
        String fileName,
        String corrections,
        String state,
        String message,
        String createdByName,
        Instant createdAt,
        String settledByName,
        @Nullable Instant settledAt,
        long version) {}
