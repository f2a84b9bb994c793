package jp.kyosei.backend.accounts;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kyosei.infra.services.Keycloak;

/** What an administrator of Keycloak does at its console. */
record KeycloakByHand(Keycloak keycloak, String realm) {
    private static final JsonMapper JSON = JsonMapper.createDefault();

    static KeycloakByHand of(Keycloak keycloak, String realm) {
        return new KeycloakByHand(keycloak, realm);
    }

    void takeMarkFrom(String mail) throws IOException, InterruptedException {
        Map<String, Object> user = new HashMap<>(users(mail).getFirst());
        user.put("attributes", Map.of());
        send(HttpRequest.newBuilder(at("/users/" + user.get("id")))
                .PUT(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(user))));
    }

    /** Who has an account, besides the service itself. */
    List<String> usernames() throws IOException, InterruptedException {
        return list("/users?max=100").stream()
                .map(user -> String.valueOf(user.get("username")))
                .filter(name -> !name.startsWith("service-account-"))
                .toList();
    }

    void create(String mail, String password) throws IOException, InterruptedException {
        int answer = createAndAnswer(mail, password);
        if (answer != 201) {
            throw new IllegalStateException("answered " + answer);
        }
    }

    /** The status with which Keycloak answers. */
    int createAndAnswer(String mail, String password) throws IOException, InterruptedException {
        Map<String, Object> user = Map.of(
                "username",
                mail,
                "email",
                mail,
                "emailVerified",
                true,
                "enabled",
                true,
                "credentials",
                List.of(Map.of("type", "password", "temporary", false, "value", password)));
        return answer(HttpRequest.newBuilder(at("/users"))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(user))))
                .statusCode();
    }

    /** As if somebody had switched the password grant on for every client that may be changed. */
    void letEveryClientTakePasswords() throws IOException, InterruptedException {
        for (Map<String, Object> client : list("/clients")) {
            if (!List.of("kyosei", "kyosei-accounts", "admin-cli").contains(client.get("clientId"))) {
                continue;
            }
            Map<String, Object> open = new HashMap<>(client);
            open.put("directAccessGrantsEnabled", true);
            open.put("enabled", true);
            send(HttpRequest.newBuilder(at("/clients/" + client.get("id")))
                    .PUT(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(open))));
        }
    }

    private List<Map<String, Object>> list(String path) throws IOException, InterruptedException {
        return JSON.readValue(
                send(HttpRequest.newBuilder(at(path)).GET()),
                Argument.listOf(Argument.mapOf(String.class, Object.class)));
    }

    private List<Map<String, Object>> users(String mail) throws IOException, InterruptedException {
        String found = send(
                HttpRequest.newBuilder(at("/users?exact=true&email=" + URLEncoder.encode(mail, StandardCharsets.UTF_8)))
                        .GET());
        return JSON.readValue(found, Argument.listOf(Argument.mapOf(String.class, Object.class)));
    }

    private URI at(String path) {
        return URI.create("%s/admin/realms/%s%s".formatted(keycloak.url(), realm, path));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = answer(request);
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.body());
        }
        return answer.body();
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String token = client.send(
                            HttpRequest.newBuilder(
                                            keycloak.url().resolve("/realms/master/protocol/openid-connect/token"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString(
                                            "grant_type=password&client_id=admin-cli&username=admin&password="
                                                    + keycloak.secrets().administrator()))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body()
                    .replaceFirst("(?s).*\"access_token\":\"([^\"]+)\".*", "$1");
            return client.send(
                    request.header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
