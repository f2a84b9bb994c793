package jp.kyosei.infra.services;

import java.net.URI;
import java.util.Map;

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

    /** Has the realm's mail sent there from now on. */
    default void sendMailBy(MailServer mail) {
        new KeycloakRest(url()).sendMailBy(secrets().administrator(), mail);
    }

    /**
     * Holds the administrators' own realm to what a service needs: passwords of 14 characters, patience with nobody who guesses
     * them, and a record of what is done.
     */
    default void protectMaster() {
        new KeycloakRest(url()).protectMaster(secrets().administrator());
    }

    /**
     * Makes a further realm of the production file, for an application at this address.
     *
     * @param name of the realm
     * @param settings what the file asks of the environment, without which it takes its defaults
     * @return what its tokens carry as {@code iss}
     */
    default URI openProductionRealm(String name, URI publicUrl, Map<String, String> settings) {
        new KeycloakRest(url()).openProductionRealm(secrets(), name, publicUrl, settings);
        return url().resolve("/realms/" + name);
    }

    /** Removes such a realm again. */
    default void removeRealm(String name) {
        new KeycloakRest(url()).removeRealm(secrets().administrator(), name);
    }

    /** An access token by password grant of {@code kyosei-cli}, which the demonstration realm alone has. */
    default String accessToken(String user, String password) {
        return new KeycloakRest(url()).accessToken(user, password);
    }
}
