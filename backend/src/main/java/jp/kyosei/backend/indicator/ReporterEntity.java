package jp.kyosei.backend.indicator;

import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("indicator_reporter")
record ReporterEntity(
        UUID ownerId,
        UUID planVersionId,
        UUID indicatorId,
        String municipalityCode,
        @Nullable UUID departmentOwnerId,
        @Nullable UUID departmentId) {}
