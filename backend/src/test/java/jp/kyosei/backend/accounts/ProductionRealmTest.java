package jp.kyosei.backend.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kyosei.infra.services.Keycloak;
import jp.kyosei.infra.services.LocalServices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a start without the demonstration lets in. */
class ProductionRealmTest {
    private static final Keycloak KEYCLOAK = LocalServices.shared().keycloak();
    private static final String REALM = "production-" + UUID.randomUUID();
    private static final URI ISSUER =
            KEYCLOAK.openProductionRealm(REALM, URI.create("https://kyosei.example.jp"), Map.of());
    private static final KeycloakByHand DESK = KeycloakByHand.of(KEYCLOAK, REALM);

    @AfterAll
    static void remove() {
        KEYCLOAK.removeRealm(REALM);
    }

    @Test
    void nobody_of_the_demonstration_is_there_and_no_client_takes_a_password() throws Exception {
        for (String client :
                List.of("kyosei-cli", "admin-cli", "kyosei", "kyosei-accounts", "account", "account-console")) {
            for (String user : List.of("operator", "secretariat", "mine")) {
                assertThat(token(Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                client,
                                "client_secret",
                                client.equals("kyosei") ? "test-client" : "test-accounts",
                                "username",
                                user,
                                "password",
                                "demo")))
                        .as(client)
                        .contains("\"error\"")
                        .doesNotContain("access_token");
            }
        }
        assertThat(DESK.usernames()).isEmpty();
    }

    @Test
    void not_even_with_the_right_password_there_is_a_token_for_a_name_and_a_password() throws Exception {
        DESK.create("hanako@city.example", "ame-agari-no-niji-27");
        DESK.letEveryClientTakePasswords();
        assertThat(token(Map.of(
                        "grant_type", "password",
                        "client_id", "kyosei",
                        "client_secret", KEYCLOAK.clientSecret(),
                        "username", "hanako@city.example",
                        "password", "ame-agari-no-niji-27")))
                .doesNotContain("access_token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "short-27",
                "taro@city.example",
                "Password1234",
                "kyosei123456",
                "qwerty123456",
                "aaaaaaaaaaaa"
            })
    void a_password_is_long_and_none_that_everybody_tries_first(String password) throws Exception {
        assertThat(DESK.createAndAnswer("taro@city.example", password)).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"/", "/clients", "/authentication/flows", "/identity-provider/instances", "/events/config"})
    void the_services_own_account_keeps_people_and_organizations_and_sees_nothing_of_the_realm(String path)
            throws Exception {
        String token = token(Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "kyosei-accounts",
                        "client_secret", KEYCLOAK.secrets().accounts()))
                .replaceFirst("(?s).*\"access_token\":\"([^\"]+)\".*", "$1");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest change = HttpRequest.newBuilder(URI.create(
                            "%s/admin/realms/%s%s".formatted(KEYCLOAK.url(), REALM, path.equals("/") ? "" : path)))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .method(path.equals("/") ? "PUT" : "GET", HttpRequest.BodyPublishers.ofString("{}"))
                    .build();
            assertThat(client.send(change, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    private static String token(Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(ISSUER + "/protocol/openid-connect/token"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
