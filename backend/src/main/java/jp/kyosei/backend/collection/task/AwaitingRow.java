package jp.kyosei.backend.collection.task;

import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity
record AwaitingRow(
        UUID ownerId,
        UUID planId,
        int fiscalYear,
        String municipalityCode,
        @Nullable UUID departmentId,
        int waiting,
        LocalDate dueOn) {}
