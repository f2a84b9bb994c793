package jp.kyosei.backend.owners;

import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An owner joined with one of its members, if it is an alliance. */
@MappedEntity
record OwnerRow(
        UUID id,
        String slug,
        String kind,
        String name,
        @Nullable String memberCode,
        @Nullable String memberName,
        @Nullable Boolean centre,
        @Nullable Integer firstFiscalYear,
        @Nullable Integer lastFiscalYear) {}
