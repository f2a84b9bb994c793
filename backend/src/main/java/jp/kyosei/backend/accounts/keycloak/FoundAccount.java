package jp.kyosei.backend.accounts.keycloak;

/**
 * An account of Keycloak.
 *
 * @param subject its identifier, which never changes
 * @param made whether it was made by an invitation
 * @param used whether somebody has set up a password or anything else for it
 */
public record FoundAccount(String subject, boolean made, boolean used) {}
