package jp.kyosei.backend.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change as it is read back: who, when, what, from what to what (as JSON), and why.
 *
 * @param indicator the indicator that it is about; none where it concerns the whole plan
 */
public record AuditEntry(
        Instant at,
        String personName,
        String action,
        String subjectKind,
        String subjectId,
        @Nullable UUID indicator,
        @Nullable String before,
        @Nullable String after,
        @Nullable String reason) {}
