package jp.kyosei.backend.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change as it is read back: who, when, what, from what to what (as JSON), and why.
 *
 * @param action the name of a {@link Deed}, perhaps of one that this release does not know
 * @param subjectKind the code of a {@link SubjectKind}, perhaps of one that this release does not know
 * @param indicator the indicator that it is about; none where it concerns the whole plan
 * @param before the JSON of the facts, by the codes of {@link Fact}; none if it did not exist
 * @param after as before; none if it is gone
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
        @Nullable String reason) {
    /** What was done, in office words; a deed that this release does not know as it is stored. */
    public String words() {
        return Deed.named(action).map(Deed::label).orElse(action);
    }
}
