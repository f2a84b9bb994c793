package jp.kyosei.backend.identity;

import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the function {@code identify_on}: one role, or the bare person if it holds none. */
@MappedEntity
record GrantRow(
        UUID personId,
        String username,
        String displayName,
        boolean operator,
        @Nullable UUID ownerId,
        @Nullable String ownerSlug,
        @Nullable String ownerKind,
        @Nullable String ownerName,
        @Nullable String municipalityCode,
        @Nullable String role,
        @Nullable UUID departmentId,
        @Nullable UUID throughOwnerId,
        @Nullable Integer lastFiscalYear) {}
