package jp.kyosei.backend.owners.keeping;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Introspected
record OwnerSizeRow(
        UUID ownerId,
        int plans,
        int indicators,
        int people,
        int files,
        long fileBytes,
        @Nullable Instant lastChange) {}
