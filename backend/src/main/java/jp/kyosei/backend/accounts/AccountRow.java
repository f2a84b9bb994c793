package jp.kyosei.backend.accounts;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import jp.kyosei.backend.tenancy.Role;
import org.jspecify.annotations.Nullable;

/** A row of the view {@code owner_account}; names of departments a line each. */
@MappedEntity("owner_account")
record AccountRow(
        @Id UUID id,
        String state,
        String displayName,
        String username,
        String mail,
        String roles,
        String departments,
        String trouble,
        @Nullable Instant since,
        @Nullable Instant expiresAt,
        int total) {

    Account account() {
        return new Account(
                id,
                AccountState.valueOf(state),
                displayName,
                username,
                mail,
                roles.isEmpty()
                        ? List.of()
                        : Arrays.stream(roles.split(",", -1))
                                .map(Role::valueOf)
                                .sorted()
                                .toList(),
                departments.lines().toList(),
                trouble,
                since,
                expiresAt);
    }
}
