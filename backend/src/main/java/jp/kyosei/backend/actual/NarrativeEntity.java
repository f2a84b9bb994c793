package jp.kyosei.backend.actual;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param expectedVersion what an update must find */
@MappedEntity("narrative")
record NarrativeEntity(
        UUID ownerId,
        UUID indicatorId,
        int fiscalYear,
        @Nullable String municipalityCode,
        String progress,
        String outlook,
        String initiatives,
        String state,
        UUID writtenBy,
        String writtenByName,
        Instant writtenAt,
        long version,
        long expectedVersion) {}
