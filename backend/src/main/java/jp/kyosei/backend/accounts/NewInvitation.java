package jp.kyosei.backend.accounts;

import java.util.EnumSet;
import java.util.Set;
import jp.kyosei.backend.tenancy.Role;

/**
 * Somebody to be invited, as it was typed.
 *
 * @param department the code of a department of the owner; empty for none
 */
public record NewInvitation(String mail, String displayName, String department, Set<Role> roles) {
    public NewInvitation {
        roles = roles.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(roles));
    }
}
