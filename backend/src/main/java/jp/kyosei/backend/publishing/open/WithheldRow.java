package jp.kyosei.backend.publishing.open;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** A note or an answer that is no longer shown to everybody. */
@MappedEntity("withheld_note")
record WithheldRow(UUID id, Instant at) {}
