package jp.kyosei.backend.indicator;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An indicator's definition as it is written. */
@MappedEntity("indicator_definition")
record IndicatorEntity(
        UUID ownerId,
        UUID planVersionId,
        @Id UUID indicatorId,
        UUID sectionId,
        int position,
        String no,
        String kind,
        String name,
        String description,
        String unit,
        int decimals,
        String changeDigits,
        boolean ratioAsPercent,
        String direction,
        boolean cumulative,
        @Nullable String progressFormula,
        String baselineKind,
        @Nullable BigDecimal baselineValue,
        @Nullable Integer baselineFiscalYear,
        String baselineNote,
        @Nullable BigDecimal statedTarget,
        String consolidation,
        String source) {}
