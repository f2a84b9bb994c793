package jp.kyosei.backend.demonstration;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import jp.kyosei.backend.owners.AllianceKind;
import jp.kyosei.backend.ruleset.RuleSetDocument;
import jp.kyosei.backend.tenancy.OwnerKind;
import jp.kyosei.backend.tenancy.Role;
import org.jspecify.annotations.Nullable;

/** The file {@code demonstration/owners.json}: municipalities, owners, departments, people and rule sets. */
@Serdeable
record OwnersDocument(
        List<MunicipalityEntry> municipalities,
        List<OwnerEntry> owners,
        List<DepartmentEntry> departments,
        List<PersonEntry> people,
        List<RuleSetEntry> ruleSets) {

    @Serdeable
    record MunicipalityEntry(String code, String name, String prefecture) {}

    @Serdeable
    record OwnerEntry(
            String slug,
            OwnerKind kind,
            String name,
            @Nullable String municipality,
            @Nullable AllianceKind allianceKind,
            @Nullable List<MemberEntry> members) {}

    @Serdeable
    record MemberEntry(
            String municipality,
            boolean centre,
            int firstFiscalYear,
            @Nullable Integer lastFiscalYear) {}

    @Serdeable
    record DepartmentEntry(String owner, String code, String name) {}

    @Serdeable
    record PersonEntry(
            String username,
            String subject,
            String mail,
            String displayName,
            boolean operator,
            List<GrantEntry> grants) {}

    @Serdeable
    record GrantEntry(String owner, Role role, @Nullable String department) {}

    @Serdeable
    record RuleSetEntry(String owner, int validFromFiscalYear, RuleSetDocument rules) {}
}
