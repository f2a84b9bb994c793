package jp.kyosei.backend.publishing;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A revision as it was published. */
@MappedEntity("publication")
record KeptRow(Instant publishedAt, String document) {}
