package jp.kyosei.backend.actual;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity
record NarrativeRow(
        UUID indicatorId,
        int fiscalYear,
        @Nullable String municipalityCode,
        String progress,
        String outlook,
        String initiatives,
        String state,
        long version,
        String writtenByName,
        Instant writtenAt) {}
