package jp.kyosei.backend.actual;

import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("actual")
record ActualEntity(
        UUID ownerId,
        UUID indicatorId,
        int fiscalYear,
        @Nullable String municipalityCode,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable String missingReason,
        @Nullable String missingNote,
        @Nullable Integer referenceYear,
        String state,
        UUID enteredBy,
        Instant enteredAt) {}
