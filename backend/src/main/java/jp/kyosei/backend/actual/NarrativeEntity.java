package jp.kyosei.backend.actual;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("narrative")
record NarrativeEntity(
        UUID ownerId,
        UUID indicatorId,
        int fiscalYear,
        @Nullable String municipalityCode,
        String progress,
        String outlook,
        UUID writtenBy,
        Instant writtenAt) {}
