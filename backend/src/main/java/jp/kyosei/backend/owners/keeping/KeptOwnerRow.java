package jp.kyosei.backend.owners.keeping;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("owner")
record KeptOwnerRow(
        UUID id,
        String slug,
        String kind,
        String name,
        @Nullable String municipalityCode,
        @Nullable String prefecture,
        @Nullable String allianceKind,
        String state,
        Instant openedAt,
        int members) {}
