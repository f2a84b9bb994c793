package jp.kyosei.backend.owners.department;

import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A department joined with one of its former names, if it has any. */
@MappedEntity("department")
record DepartmentRow(
        UUID ownerId,
        UUID id,
        String code,
        String name,
        @Nullable Integer firstFiscalYear,
        @Nullable Integer lastFiscalYear,
        @Nullable UUID successorId,
        long version,
        @Nullable String formerName,
        @Nullable Integer formerYear) {}
