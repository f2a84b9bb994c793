package jp.kyosei.backend.plan;

import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An initiative joined with one of its spans. */
@MappedEntity
record InitiativeRow(
        UUID id,
        String section,
        String title,
        String municipalities,
        @Nullable Integer firstFiscalYear,
        @Nullable Integer lastFiscalYear,
        @Nullable String text) {}
