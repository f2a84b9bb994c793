package jp.kyosei.infra.services;

import java.net.URI;

/**
 * A Keycloak that somebody else started and will stop, as {@code infra/test} does once for all modules.
 *
 * @param applicationHost as that one reaches this machine
 */
record KeycloakElsewhere(URI url, Secrets secrets, String applicationHost) implements Keycloak {
    @Override
    public void close() {
        // Not ours to stop.
    }
}
