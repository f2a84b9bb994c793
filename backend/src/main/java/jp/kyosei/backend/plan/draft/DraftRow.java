package jp.kyosei.backend.plan.draft;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** How often a thing of a draft was changed. */
@MappedEntity
record DraftRow(@Id UUID id, long version) {}
