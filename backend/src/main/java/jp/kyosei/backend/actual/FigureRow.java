package jp.kyosei.backend.actual;

import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the statement that reads all recorded figures at once.
 *
 * @param what {@code A} an actual, {@code R} a published record, {@code M} a manual grade, {@code C} a confirmation
 * @param label the state of an actual, the grade of a record or manual grade, the code of a confirmed check
 */
@MappedEntity
record FigureRow(
        String what,
        UUID indicatorId,
        int fiscalYear,
        @Nullable String municipalityCode,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable String missingReason,
        @Nullable String note,
        @Nullable Integer referenceYear,
        @Nullable String label,
        @Nullable String rate,
        @Nullable String change,
        @Nullable String person,
        @Nullable Instant at,
        long version) {}
