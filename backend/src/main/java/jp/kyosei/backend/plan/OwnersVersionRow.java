package jp.kyosei.backend.plan;

import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A version of any of an owner's plans. */
@MappedEntity
record OwnersVersionRow(
        UUID id,
        UUID planId,
        int number,
        String title,
        @Nullable LocalDate adoptedOn,
        boolean adoptedMonthOnly) {}
