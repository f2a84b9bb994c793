package jp.kyosei.ui.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.infra.services.LocalServices;
import jp.kyosei.ui.RawHttp;
import jp.kyosei.ui.RawHttp.Sent;
import org.apache.catalina.Context;
import org.apache.catalina.session.ManagerBase;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Somebody without a login, and without Keycloak being there at all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangerTest {
    private static final String NO_KEYCLOAK = "http://localhost:1/realms/kyosei";

    private static final int VISITS = 1000;

    private final HttpClient browser = HttpClient.newHttpClient();
    private EmbeddedServer server;

    @BeforeAll
    void start() {
        System.setProperty("vaadin.productionMode", "true");
        Map<String, Object> settings =
                RunningBackend.properties(LocalServices.shared().postgres().provisionFresh("stranger"));
        settings.put("kyosei.demonstration", "false");
        settings.put("micronaut.server.port", -1);
        settings.put("kyosei.public-url", "https://kyosei.example.jp");
        settings.put("kyosei.oidc.issuer", NO_KEYCLOAK);
        server = ApplicationContext.run(EmbeddedServer.class, settings);
    }

    @AfterAll
    void stop() {
        server.close();
        browser.close();
        System.clearProperty("vaadin.productionMode");
    }

    @Test
    void a_page_leads_to_the_login_and_remembers_the_way_back() throws Exception {
        HttpResponse<String> answer = get("/plans/x?fiscalYear=2022", "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/oauth/login/keycloak");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("kyosei-return=")
                .contains("HttpOnly", "SameSite=Lax", "Secure");
    }

    @Test
    void the_login_asks_for_a_code_with_a_challenge_and_names_the_configured_address() throws Exception {
        HttpResponse<String> answer = get("/oauth/login/keycloak", "X-Forwarded-Host", "evil.example");

        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .startsWith(NO_KEYCLOAK + "/protocol/openid-connect/auth?")
                .contains("response_type=code", "code_challenge_method=S256", "nonce=", "state=")
                .contains("redirect_uri=https%3A%2F%2Fkyosei.example.jp%2Foauth%2Fcallback%2Fkeycloak");
        assertThat(answer.headers().allValues("Set-Cookie")).isNotEmpty().allSatisfy(cookie -> assertThat(cookie)
                .contains("HttpOnly", "SameSite=Lax", "Secure"));
    }

    @Test
    void what_an_open_screen_sends_is_kept_back_and_not_ended() throws Exception {
        assertThat(get("/?v-r=uidl&v-uiId=0").statusCode()).isEqualTo(503);
        assertThat(get("/?v-r=heartbeat&v-uiId=0").statusCode()).isEqualTo(503);
    }

    @Test
    void a_web_socket_gets_nothing() throws Exception {
        assertThat(upgrade("/VAADIN/push?v-r=push&v-uiId=0&v-pushId=x&X-Atmosphere-Transport=websocket"))
                .doesNotContain(" 101 ")
                .contains(" 403 ");
    }

    @Test
    void the_api_is_closed_and_tells_nothing_of_what_exists() throws Exception {
        assertThat(get("/api/no-such-thing").statusCode()).isEqualTo(404);
        assertThat(get("/api/test/who").statusCode()).isEqualTo(401);
    }

    @Test
    void no_file_of_the_machine_is_served() throws Exception {
        assertThat(get("/page/%2e%2e/etc/passwd").statusCode()).isNotEqualTo(200);
        assertThat(get("/etc/passwd").statusCode()).isEqualTo(403);
        assertThat(get("/page/icon.svg").statusCode()).isEqualTo(200);
    }

    @Test
    void a_thousand_visits_of_strangers_leave_no_session_and_break_nothing() {
        List<Sent> kinds = StrangersRequests.all();
        Set<String> wrong = new TreeSet<>();
        for (int visit = 0; visit < Math.max(VISITS, kinds.size()); visit++) {
            Sent sent = kinds.get(visit % kinds.size());
            RawHttp.Answer answer = RawHttp.send(address(""), sent);

            // 503 is how an open screen is told to keep what was typed.
            boolean keptBack = answer.status() == 503 && sent.target().matches(".*[?&](v|%76)-r=.*");
            if (answer.hasSession() || (answer.status() >= 500 && !keptBack)) {
                wrong.add(answer.status() + " " + sent);
            }
        }

        assertThat(wrong).isEmpty();
        Context context = (Context)
                server.getApplicationContext().getBean(Tomcat.class).getHost().findChildren()[0];
        assertThat(context.getManager().findSessions()).isEmpty();
        assertThat(((ManagerBase) context.getManager()).getSessionCounter()).isZero();
    }

    @Test
    void a_public_file_that_is_not_there_is_said_to_be_absent_and_opens_no_screen() throws Exception {
        for (String path :
                new String[] {"/page/zz", "/page/", "/VAADIN/build/zz.js", "/VAADIN/static/zz", "/lumo/zz"}) {
            HttpResponse<String> answer = get(path, "Accept", "text/html");

            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).as(path).contains("見つかりません").doesNotContain("v-uiId", "<script");
        }
    }

    @Test
    void what_cannot_be_read_is_said_in_japanese_and_tells_nothing_of_the_inside() {
        for (String path :
                new String[] {"/%zz", "/?x=%zz", "/oauth/logout?x=%zz", "/open/x?y=%zz", "/page/x?v-r=%zz"}) {
            RawHttp.Answer answer = RawHttp.send(address(""), Sent.get(path));

            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.text()).as(path).contains("読み取れない要求です").doesNotContain("Tomcat", "Exception", "java.");
        }
        RawHttp.Answer program = RawHttp.send(address(""), Sent.get("/api/v1/me?x=%zz"));
        assertThat(program.status()).isEqualTo(400);
        assertThat(program.text()).contains("application/problem+json", "\"field\":\"x\"", "読み取れないもの");
    }

    /** Some of it has passed no filter. */
    @Test
    void what_cannot_be_read_is_kept_by_nobody_and_runs_nothing() {
        for (Sent sent : List.of(
                Sent.get("/%zz"),
                Sent.get("/a|b"),
                Sent.get("/api/v1/me?x=%zz"),
                Sent.get("/api/v1/%2e%2e/%2f"),
                Sent.get("/api/v1/me", "Transfer-Encoding: foo"),
                Sent.get("/api/v1/me", "Expect: x"),
                Sent.get("/health"),
                Sent.get("/oauth/login/keycloak"),
                new Sent("TRACE", "/", List.of(), ""),
                new Sent("TRACE", "/api/v1/me", List.of(), ""))) {
            String head = RawHttp.send(address(""), sent).text().split("\r\n\r\n", 2)[0];

            assertThat(head)
                    .as("%s: %s", sent, head)
                    .containsPattern("Cache-Control: (private, )?no-store")
                    .contains("X-Content-Type-Options: nosniff", "frame-ancestors 'none'");
            assertThat(head.lines().filter(line -> line.startsWith("Cache-Control")))
                    .hasSize(1);
        }
    }

    @Test
    void every_answer_forbids_scripts_and_framing() throws Exception {
        for (String path : new String[] {"/", "/health", "/page/icon.svg", "/oauth/logged-out", "/api/x", "/open/"}) {
            var headers = get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'", "frame-ancestors 'none'");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Strict-Transport-Security")).isPresent();
        }
    }

    @Test
    void a_forged_back_channel_logout_is_refused() throws Exception {
        HttpResponse<String> answer = browser.send(
                HttpRequest.newBuilder(address("/oauth/backchannel-logout/keycloak"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("logout_token=eyJhbGciOiJub25lIn0.e30."))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String upgrade(String path) throws IOException {
        try (Socket socket = new Socket("localhost", server.getPort())) {
            socket.setSoTimeout(5000);
            String request = String.join(
                    "\r\n",
                    "GET " + path + " HTTP/1.1",
                    "Host: localhost",
                    "Connection: Upgrade",
                    "Upgrade: websocket",
                    "Sec-WebSocket-Version: 13",
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                    "",
                    "");
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + server.getPort() + path);
    }
}
