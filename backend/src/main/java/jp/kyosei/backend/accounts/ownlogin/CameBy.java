package jp.kyosei.backend.accounts.ownlogin;

/**
 * Somebody who has logged in by a provider other than Keycloak's own page.
 *
 * @param subject Keycloak's identifier of the account
 * @param mail which the provider vouches for
 * @param provider what Keycloak calls it
 */
public record CameBy(String subject, String displayName, String mail, String provider) {}
