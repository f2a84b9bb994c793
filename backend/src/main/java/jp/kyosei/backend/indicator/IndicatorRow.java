package jp.kyosei.backend.indicator;

import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An indicator's definition with its targets as {@code year=value} lines and its reporters as JSON. */
@MappedEntity
record IndicatorRow(
        UUID id,
        String no,
        String kind,
        UUID sectionId,
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
        String source,
        @Nullable String targets,
        @Nullable String reporters) {}
