package jp.kyosei.backend.audit;

import java.time.Instant;
import java.util.UUID;
import jp.kyosei.backend.tenancy.PersonId;

/** Who did something to a thing of an indicator, and when. */
public record AuditHand(
        UUID indicator, String subjectKind, String subjectId, String action, PersonId person, Instant at) {
    public boolean isOf(SubjectKind kind, String subject) {
        return subjectKind.equals(kind.code()) && subjectId.equals(subject);
    }

    public boolean did(Deed deed) {
        return action.equals(deed.name());
    }
}
