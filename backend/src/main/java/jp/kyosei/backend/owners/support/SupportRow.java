package jp.kyosei.backend.owners.support;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("support_access")
record SupportRow(
        UUID ownerId,
        @Id UUID id,
        LocalDate firstDay,
        LocalDate lastDay,
        String reason,
        UUID grantedBy,
        String grantedByName,
        Instant grantedAt,
        @Nullable Instant endedAt,
        @Nullable String endedByName) {}
