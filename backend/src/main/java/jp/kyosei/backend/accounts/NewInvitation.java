package jp.kyosei.backend.accounts;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import jp.kyosei.backend.tenancy.Role;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to be invited, as it was typed.
 *
 * @param department the code of a department of the owner; empty for none
 * @param from the first day of the roles; none: with the first login
 * @param until the last day; none: until further notice
 */
public record NewInvitation(
        String mail,
        String displayName,
        String department,
        Set<Role> roles,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {
    public NewInvitation {
        roles = roles.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(roles));
    }

    /** With roles that begin with the first login and hold until further notice. */
    public NewInvitation(String mail, String displayName, String department, Set<Role> roles) {
        this(mail, displayName, department, roles, null, null);
    }
}
