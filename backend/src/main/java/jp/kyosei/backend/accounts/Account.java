package jp.kyosei.backend.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jp.kyosei.backend.tenancy.Role;
import org.jspecify.annotations.Nullable;

/**
 * A line in the list of an owner's people.
 *
 * @param id of the person, or of the invitation
 * @param mail as it was typed in the invitation; empty where there was none
 * @param trouble why an invitation has not been sent, or why somebody may not use the service any more; empty otherwise
 * @param since since when somebody is invited, or may not use the service any more
 * @param expiresAt until when an invitation is good
 */
public record Account(
        UUID id,
        AccountState state,
        String displayName,
        String username,
        String mail,
        List<Role> roles,
        List<String> departments,
        String trouble,
        @Nullable Instant since,
        @Nullable Instant expiresAt) {
    public Account {
        roles = List.copyOf(roles);
        departments = List.copyOf(departments);
    }

    /** Another number as soon as anybody has changed what is told here: a change names the one that it began from. */
    public long version() {
        return Integer.toUnsignedLong(Objects.hash(
                state.name(), displayName, roles.stream().map(Role::name).toList(), departments));
    }
}
