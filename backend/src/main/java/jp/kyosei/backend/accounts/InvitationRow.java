package jp.kyosei.backend.accounts;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jp.kyosei.backend.tenancy.Role;
import org.jspecify.annotations.Nullable;

/** A row of {@code invitation}; the roles with commas between. */
@MappedEntity("invitation")
record InvitationRow(
        UUID ownerId,
        @Id UUID id,
        String mail,
        String displayName,
        @Nullable UUID departmentId,
        String departmentName,
        String roles,
        String state,
        String trouble,
        Instant expiresAt,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil) {

    List<Role> roleList() {
        return Arrays.stream(roles.split(",", -1)).map(Role::valueOf).sorted().toList();
    }

    Invitation invitation() {
        return new Invitation(
                id, mail, displayName, departmentName, roleList(), InvitationState.valueOf(state), trouble, expiresAt);
    }

    /** As the trail names it: {@code 北上 花子 (hanako@city.example)}. */
    String called() {
        return "%s (%s)".formatted(displayName, mail);
    }
}
