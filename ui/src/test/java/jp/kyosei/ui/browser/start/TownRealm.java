package jp.kyosei.ui.browser.start;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import jp.kyosei.infra.services.Keycloak;
import jp.kyosei.ui.browser.KeycloakDesk;

/** A town's own provider of logins: a second realm of the same Keycloak, joined as the guide for those who run the service says. */
final class TownRealm implements AutoCloseable {
    static final String PASSWORD = "chounai-no-aikotoba-31";
    private static final String CLIENT = "kyosei-of-the-service";
    private static final String SECRET = "a-secret-between-the-two";

    private final Keycloak keycloak;
    private final KeycloakDesk desk;
    private final String name = "town-" + UUID.randomUUID();

    TownRealm(Keycloak keycloak) {
        this.keycloak = keycloak;
        desk = new KeycloakDesk(keycloak);
        desk.ask("POST", "/admin/realms", """
                {"realm": "%s", "enabled": true, "internationalizationEnabled": true, "supportedLocales": ["ja"],
                 "defaultLocale": "ja"}""".formatted(name));
    }

    /** Somebody whom the town knows, with whatever address it says. */
    TownRealm knows(String username, String mail) {
        desk.ask("POST", "/admin/realms/%s/users".formatted(name), """
                {"username": "%s", "email": "%s", "emailVerified": true, "enabled": true, "lastName": "北上", "firstName": "%s",
                 "credentials": [{"type": "password", "value": "%s", "temporary": false}]}""".formatted(username, mail, username, PASSWORD));
        return this;
    }

    /** Step by step as the guide says: the client there, the provider here, the domain, the link to the organization. */
    void joins(EmptyKyosei kyosei, String organization, String provider, String domain) {
        String there = keycloak.url() + "/realms/" + name;
        desk.ask("POST", "/admin/realms/%s/clients".formatted(name), """
                {"clientId": "%s", "secret": "%s", "publicClient": false, "redirectUris": ["%s/realms/%s/broker/%s/endpoint"]}""".formatted(
                        CLIENT, SECRET, keycloak.url(), kyosei.realm(), provider));
        String here = "/admin/realms/" + kyosei.realm();
        desk.ask("POST", here + "/identity-provider/instances", """
                {"alias": "%s", "displayName": "北上市 庁内ログイン", "providerId": "oidc", "enabled": true, "hideOnLogin": true,
                 "trustEmail": true, "postBrokerLoginFlowAlias": "kyosei after own login",
                 "config": {"issuer": "%s", "authorizationUrl": "%s/protocol/openid-connect/auth",
                   "tokenUrl": "%s/protocol/openid-connect/token", "jwksUrl": "%s/protocol/openid-connect/certs",
                   "useJwksUrl": "true", "validateSignature": "true", "clientId": "%s", "clientSecret": "%s",
                   "clientAuthMethod": "client_secret_post", "defaultScope": "openid profile email", "pkceEnabled": "true",
                   "pkceMethod": "S256", "syncMode": "IMPORT", "kc.org.domain": "%s",
                   "filteredByClaim": "true", "claimFilterName": "email", "claimFilterValue": "(?i)[^@]+@%s"}}""".formatted(
                        provider, there, there, there, there, CLIENT, SECRET, domain, domain.replace(".", "\\\\.")));
        String found =
                desk.ask("GET", here + "/organizations?search=" + URLEncoder.encode("北上市", StandardCharsets.UTF_8), "");
        String id = found.replaceAll("(?s).*?\"id\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        desk.ask("PUT", here + "/organizations/" + id, """
                {"name": "北上市", "alias": "%s", "enabled": true, "domains": [{"name": "%s", "verified": true}]}""".formatted(organization, domain));
        desk.ask("POST", here + "/organizations/%s/identity-providers".formatted(id), provider);
    }

    @Override
    public void close() {
        keycloak.removeRealm(name);
    }
}
