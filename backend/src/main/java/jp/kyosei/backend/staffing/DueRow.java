package jp.kyosei.backend.staffing;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.UUID;

/** A row of the function {@code transfers_due}. */
@Introspected
record DueRow(UUID ownerId, UUID id, UUID preparedBy, LocalDate preparedOn) {}
