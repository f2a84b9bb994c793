package jp.kyosei.ui.browser.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.concurrent.CompletionException;
import jp.kyosei.ui.RunningKyosei;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrangersRequestsTest {
    private final URI server = RunningKyosei.get().url();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/VAADIN/push?v-r=push&v-uiId=0&v-pushId=00000000-0000-4000-8000-000000000000",
                "/VAADIN/push?v-r=push&v-uiId=0&X-Atmosphere-Transport=websocket&X-Atmosphere-tracking-id=0",
                "/?v-r=push",
                "/VAADIN/build/?v-r=push",
                "/anything"
            })
    void a_web_socket_upgrade_without_a_login_is_refused_before_there_is_a_socket(String path) {
        URI address = URI.create(server.toString().replaceFirst("^http", "ws") + path);

        assertThatThrownBy(() -> HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .buildAsync(address, new WebSocket.Listener() {})
                        .join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(WebSocketHandshakeException.class, refusal -> {
                    assertThat(refusal.getResponse().statusCode()).isIn(302, 403, 404);
                    assertThat(refusal.getResponse().headers().allValues("Set-Cookie"))
                            .noneMatch(cookie -> cookie.startsWith("kyosei-session="));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/VAADIN/build/?v-r=init&location=",
                "/VAADIN/build/?%76-r=init&location=",
                "/VAADIN/static/x?v-r=push",
                "/page/page.css?v-r=uidl&v-uiId=0",
                "/lumo/?v-r=heartbeat"
            })
    void below_the_public_files_too_a_stranger_gets_no_screen(String path) throws Exception {
        try (HttpClient stranger = HttpClient.newHttpClient()) {
            for (HttpRequest request : List.of(
                    HttpRequest.newBuilder(server.resolve(path)).build(),
                    HttpRequest.newBuilder(server.resolve(path))
                            .POST(HttpRequest.BodyPublishers.ofString("{}"))
                            .build())) {
                HttpResponse<String> answer = stranger.send(request, HttpResponse.BodyHandlers.ofString());

                assertThat(answer.statusCode()).isIn(302, 403, 503);
                assertThat(answer.body()).doesNotContain("v-uiId", "appConfig");
            }
        }
    }

    @Test
    void a_made_up_session_opens_no_socket_either() {
        URI address = URI.create(server.toString().replaceFirst("^http", "ws") + "/VAADIN/push?v-r=push&v-uiId=0");

        assertThatThrownBy(() -> HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .header("Cookie", "kyosei-session=00000000000000000000000000000000")
                        .buildAsync(address, new WebSocket.Listener() {})
                        .join())
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }
}
