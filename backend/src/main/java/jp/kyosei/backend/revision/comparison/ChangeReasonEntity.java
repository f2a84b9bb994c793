package jp.kyosei.backend.revision.comparison;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** A reason as it is stored; the empty field is the thing as a whole. */
@MappedEntity("change_reason")
record ChangeReasonEntity(
        UUID ownerId,
        UUID planVersionId,
        String subjectKind,
        @Id UUID subjectId,
        String field,
        String reason,
        UUID personId,
        String personName,
        Instant givenAt) {}
