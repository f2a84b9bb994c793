package jp.kyosei.backend.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A change as it is read back: who, when, what, from what to what (as JSON), and why. */
public record AuditEntry(
        Instant at,
        String personName,
        String action,
        String subjectKind,
        String subjectId,
        @Nullable String before,
        @Nullable String after,
        @Nullable String reason) {}
