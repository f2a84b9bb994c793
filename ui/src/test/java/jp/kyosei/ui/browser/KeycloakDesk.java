package jp.kyosei.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.infra.services.Keycloak;

/** What an administrator does in Keycloak's console. */
public final class KeycloakDesk {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Keycloak keycloak;

    public KeycloakDesk(Keycloak keycloak) {
        this.keycloak = keycloak;
    }

    public void endSessionsOf(DemonstrationUser user) {
        HttpRequest request = request("/admin/realms/%s/users/%s/logout".formatted(Keycloak.REALM, user.subject()))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(send(request).statusCode()).isEqualTo(204);
    }

    public void disable(DemonstrationUser user) {
        setEnabled(user, false);
    }

    public void enable(DemonstrationUser user) {
        setEnabled(user, true);
    }

    /**
     * Asks Keycloak's administration for anything.
     *
     * @param json empty where nothing is to be sent
     * @return what it answered
     */
    public String ask(String method, String path, String json) {
        HttpResponse<String> answer = send(request(path)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        json.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(json))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer.body();
    }

    private void setEnabled(DemonstrationUser user, boolean enabled) {
        String path = "/admin/realms/%s/users/%s".formatted(Keycloak.REALM, user.subject());
        String account = send(request(path).build()).body();
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(
                        account.replaceFirst("\"enabled\"\\s*:\\s*(true|false)", "\"enabled\":" + enabled)))
                .build();
        assertThat(send(request).statusCode()).isEqualTo(204);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer " + token());
    }

    private String token() {
        String form = Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        Keycloak.ADMINISTRATOR,
                        "password",
                        keycloak.secrets().administrator())
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String answer = send(HttpRequest.newBuilder(at("/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build())
                .body();
        return answer.replaceAll("(?s).*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    private URI at(String path) {
        return keycloak.url().resolve(path);
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri().toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
