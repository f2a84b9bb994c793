package jp.kyosei.backend.collection.approval;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("approval_look")
record LookEntity(
        UUID ownerId,
        UUID personId,
        UUID roundId,
        String subjectKind,
        UUID subjectId,
        String municipalityCode,
        Instant submittedAt,
        String seen,
        @Nullable String seenBefore) {}
