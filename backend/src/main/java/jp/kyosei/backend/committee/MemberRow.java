package jp.kyosei.backend.committee;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.UUID;
import jp.kyosei.backend.tenancy.PersonId;
import org.jspecify.annotations.Nullable;

@MappedEntity("committee_member")
record MemberRow(
        @Id UUID id,
        String name,
        String affiliation,
        String office,
        String remark,
        @Nullable LocalDate termFrom,
        @Nullable LocalDate termUntil,
        @Nullable UUID personId,
        @Nullable String username,
        long version,
        @Nullable UUID invitationId,
        @Nullable String invitationState) {
    private CommitteeMember.Invitation invitation() {
        if (invitationId == null || personId != null) {
            return CommitteeMember.Invitation.NONE;
        }
        // Who keeps the list without being its admin does not see how an invitation stands.
        return invitationState == null || invitationState.equals("WAITING") || invitationState.equals("SENT")
                ? CommitteeMember.Invitation.OPEN
                : CommitteeMember.Invitation.OVER;
    }

    CommitteeMember member() {
        return new CommitteeMember(
                new MemberId(id),
                name,
                affiliation,
                office,
                remark,
                termFrom,
                termUntil,
                personId == null ? null : new PersonId(personId),
                username,
                version,
                invitation());
    }
}
