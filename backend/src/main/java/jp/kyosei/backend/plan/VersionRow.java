package jp.kyosei.backend.plan;

import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity
record VersionRow(
        UUID id,
        UUID planId,
        int number,
        String title,
        @Nullable LocalDate adoptedOn,
        boolean adoptedMonthOnly) {}
