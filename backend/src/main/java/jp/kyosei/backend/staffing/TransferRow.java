package jp.kyosei.backend.staffing;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("transfer")
record TransferRow(
        @Id UUID id,
        LocalDate effectiveOn,
        String reason,
        String state,
        String preparedByName,
        Instant preparedAt,
        @Nullable String settledByName,
        @Nullable Instant settledAt,
        @Nullable UUID mergesDepartmentId) {}
