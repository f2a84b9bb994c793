package jp.kyosei.backend.reading;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

@MappedEntity("indicator_reading")
record ReadingEntity(UUID ownerId, UUID personId, UUID indicatorId, int fiscalYear, Instant readAt) {}
