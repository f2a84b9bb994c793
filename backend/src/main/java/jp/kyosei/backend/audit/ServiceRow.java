package jp.kyosei.backend.audit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change that concerns no owner. */
@MappedEntity("service_entry")
record ServiceRow(
        @Id UUID id,
        Instant at,
        UUID personId,
        String personName,
        String action,
        String subjectKind,
        String subjectId,
        @Nullable String before,
        @Nullable String after,
        @Nullable String reason) {}
