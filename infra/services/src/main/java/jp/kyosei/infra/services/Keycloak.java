package jp.kyosei.infra.services;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /** One that runs already, and stays running. */
    static Keycloak at(URI url, Secrets secrets) {
        return new KeycloakElsewhere(url, secrets, "localhost");
    }

    /**
     * Makes an account for an operator of the service, who sets up a second factor at the first login. Where the realm sends
     * mail, a link for the password goes to the address; else the account gets a password that is good once.
     */
    default NewAccount registerOperator(String realm, String name, String mail) {
        return new KeycloakRest(url()).registerOperator(secrets().administrator(), realm, name, mail);
    }

    /**
     * An account that was just made, or was there.
     *
     * @param subject its identifier, which never changes
     * @param password good once; empty where a link was sent
     */
    record NewAccount(String subject, String password) {
        /** Never shows the password. */
        @Override
        public String toString() {
            return subject;
        }
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

    /**
     * Who takes the mail: the same for the application and for Keycloak, which writes to those who are invited.
     *
     * @param host empty where there is none
     * @param from the sender's plain address
     * @param user empty where the server asks for no login
     */
    record MailServer(String host, String port, String from, String user, String password, boolean startTls) {
        private static final Pattern IN_BRACKETS = Pattern.compile("<([^<>]+)>\\s*$");

        /** As the application's own variables name it. */
        public static MailServer of(Map<String, String> environment) {
            String from = environment.getOrDefault("KYOSEI_MAIL_FROM", "");
            Matcher named = IN_BRACKETS.matcher(from);
            return new MailServer(
                    environment.getOrDefault("KYOSEI_MAIL_HOST", ""),
                    environment.getOrDefault("KYOSEI_MAIL_PORT", "25"),
                    named.find() ? named.group(1).strip() : from.strip(),
                    environment.getOrDefault("KYOSEI_MAIL_USER", ""),
                    environment.getOrDefault("KYOSEI_MAIL_PASSWORD", ""),
                    Boolean.parseBoolean(environment.getOrDefault("KYOSEI_MAIL_STARTTLS", "false")));
        }

        public boolean isSetUp() {
            return !host.isBlank();
        }

        /** As the realm files ask for it. */
        public Map<String, String> forRealm() {
            Map<String, String> variables = new TreeMap<>();
            variables.put("KYOSEI_MAIL_HOST", host);
            variables.put("KYOSEI_MAIL_PORT", port);
            // Keycloak takes no realm without one.
            variables.put("KYOSEI_MAIL_FROM_ADDRESS", from.isBlank() ? "kyosei@example.invalid" : from);
            variables.put("KYOSEI_MAIL_AUTH", Boolean.toString(!user.isBlank()));
            variables.put("KYOSEI_MAIL_USER", user);
            variables.put("KYOSEI_MAIL_PASSWORD", password);
            variables.put("KYOSEI_MAIL_STARTTLS", Boolean.toString(startTls));
            return variables;
        }

        /** As a running realm takes it. */
        Map<String, String> settings() {
            Map<String, String> settings = new TreeMap<>();
            settings.put("host", host);
            settings.put("port", port);
            settings.put("from", from);
            settings.put("fromDisplayName", "Kyosei");
            settings.put("auth", Boolean.toString(!user.isBlank()));
            settings.put("user", user);
            settings.put("password", password);
            settings.put("starttls", Boolean.toString(startTls));
            return settings;
        }

        /** Never shows the password. */
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }
}
