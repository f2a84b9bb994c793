package jp.kyosei.ui.session;

import java.security.Principal;

/**
 * The person whom Keycloak vouches for.
 *
 * @param subject Keycloak's identifier of the account, which never changes
 * @param username what the person types to log in
 * @param displayName what a colleague would call the person
 */
public record Person(String subject, String username, String displayName) implements Principal {
    @Override
    public String getName() {
        return username;
    }
}
