package jp.kyosei.backend.owners;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An owner joined with one of its members, if it is an alliance. */
@MappedEntity
record OwnerRow(
        UUID id,
        String slug,
        String kind,
        String name,
        @Nullable String municipalityCode,
        @Nullable String allianceKind,
        String state,
        Instant openedAt,
        long version,
        @Nullable String memberCode,
        @Nullable String memberName,
        @Nullable Boolean centre,
        @Nullable Integer firstFiscalYear,
        @Nullable Integer lastFiscalYear) {}
