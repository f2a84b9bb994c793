package jp.kyosei.backend.accounts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.kyosei.backend.tenancy.Role;

/**
 * An invitation into an owner, as its administrator sees it: what was typed, and how far it has come. Whether the address is
 * known elsewhere, it does not tell.
 *
 * @param trouble in Japanese why it has not been sent yet; empty where there is nothing to say
 * @param expiresAt until when the mailed link is good
 */
public record Invitation(
        UUID id,
        String mail,
        String displayName,
        String department,
        List<Role> roles,
        InvitationState state,
        String trouble,
        Instant expiresAt) {
    public Invitation {
        roles = List.copyOf(roles);
    }
}
