package jp.kyosei.backend.mail;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice as it is queued.
 *
 * @param roles as PostgreSQL writes an array, {@code {a,b}}; so are {@code followed} and {@code alsoPersonIds}
 * @param listed a line each
 */
@MappedEntity("notice")
record NoticeEntity(
        UUID ownerId,
        UUID id,
        String kind,
        @Nullable UUID personId,
        @Nullable String municipalityCode,
        @Nullable UUID departmentId,
        @Nullable String roles,
        @Nullable String followed,
        boolean ownerOnly,
        String subject,
        String body,
        @Nullable UUID planId,
        UUID queuedBy,
        Instant queuedAt,
        String onceKey,
        @Nullable String alsoPersonIds,
        @Nullable Integer fiscalYear,
        @Nullable String listHead,
        @Nullable String listed,
        @Nullable Integer listedCount,
        @Nullable String closing,
        @Nullable String gatherKey) {}
