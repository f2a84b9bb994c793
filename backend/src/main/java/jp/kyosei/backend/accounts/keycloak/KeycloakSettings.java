package jp.kyosei.backend.accounts.keycloak;

import java.net.URI;

/**
 * How Keycloak's administration is reached.
 *
 * @param realm the realm as this process reaches it: {@code http://keycloak:8080/realms/kyosei}
 * @param secret of the client {@code kyosei-accounts}; empty where accounts are not set up
 * @param client through which people log in, and to which their mail leads
 */
record KeycloakSettings(URI realm, String secret, String client) {
    private static final String BELOW = "/realms/";

    boolean isSetUp() {
        return !secret.isBlank();
    }

    /** Of the realm. */
    String realmName() {
        String path = realm.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Scheme, host and port. */
    URI origin() {
        return realm.resolve("/");
    }

    /** What stands before {@code /realms} and {@code /admin} in Keycloak's addresses; mostly empty. */
    String contextPath() {
        String path = realm.getPath();
        return path.substring(0, path.indexOf(BELOW));
    }
}
