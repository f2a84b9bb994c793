package jp.kyosei.infra.services;

import java.net.URI;

/** A running Keycloak with the realm {@code kyosei}; closing it stops what this JVM started, and nothing else. */
public sealed interface Keycloak extends AutoCloseable permits KeycloakServer, KeycloakContainer, KeycloakElsewhere {

    String REALM = "kyosei";
    String CLIENT = "kyosei";
    String ADMINISTRATOR = "admin";

    /** Address without a path, such as {@code http://localhost:8081}. */
    URI url();

    Secrets secrets();

    /**
     * The name by which Keycloak reaches this machine, on which the application under test runs: {@code localhost}, or
     * what a container calls its host. Only back-channel logout goes that way.
     */
    default String applicationHost() {
        return "localhost";
    }

    @Override
    void close();

    /** What tokens carry as {@code iss}; the OpenID configuration stands below it. */
    default URI issuer() {
        return url().resolve("/realms/" + REALM);
    }

    default String clientSecret() {
        return secrets().client();
    }

    /**
     * Lets the application at this address use the client {@code kyosei}: its redirect and post-logout URIs are added,
     * its back-channel logout URL becomes the client's only one.
     */
    default void allowApplication(URI publicUrl) {
        new KeycloakRest(url()).allowApplication(secrets().administrator(), publicUrl, applicationHost());
    }

    /** An access token by password grant of {@code kyosei-cli}, which the demonstration realm alone has. */
    default String accessToken(String user, String password) {
        return new KeycloakRest(url()).accessToken(user, password);
    }
}
