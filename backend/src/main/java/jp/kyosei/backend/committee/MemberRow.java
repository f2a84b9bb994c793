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
        long version) {
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
                version);
    }
}
