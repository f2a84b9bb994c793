package jp.kyosei.backend.indicator;

import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.util.UUID;

@MappedEntity("indicator_target")
record TargetEntity(UUID ownerId, UUID planVersionId, UUID indicatorId, int fiscalYear, BigDecimal value) {}
