package jp.kyosei.ui.browser.login;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.RawHttp;
import jp.kyosei.ui.RawHttp.Sent;
import jp.kyosei.ui.RunningKyosei;
import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.ScreenWire;
import jp.kyosei.ui.browser.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent back to us from Keycloak, as it ought to be and otherwise. */
@InBrowser
class LoginAnswersTest {
    private static final String CALLBACK = "/oauth/callback/keycloak";
    private static final String FAILED = "ログインできませんでした";
    private static final Pattern COOKIE = Pattern.compile("Set-Cookie: ([^=]+)=([^;]*)");
    private static final Pattern STATE = Pattern.compile("[?&]state=([^&\\s]+)");

    private final URI server = RunningKyosei.get().url();

    /** What a browser holds on its way to Keycloak. */
    private record Begun(String state, Map<String, String> cookies) {
        String header(String changed, String value) {
            Map<String, String> all = new TreeMap<>(cookies);
            all.computeIfPresent(changed, (name, real) -> value);
            return all.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; ", "Cookie: ", ""));
        }

        String header() {
            return header("", "");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&code=",
                "&code=x",
                "&code=x&code=y",
                "&code=%00",
                "&code=" + "0123456789",
                "&state=x&code=y",
                "&error=access_denied",
                "&error=temporarily_unavailable&error_description=authentication_expired",
                "&error=&code=x",
                "&error=%00&error_uri=%00",
                "&code=x&session_state=%00&iss=http://evil.example"
            })
    void an_answer_that_keycloak_did_not_give_is_a_login_that_failed(String rest) {
        Begun begun = begin();
        assertFailed(RawHttp.send(server, Sent.get(CALLBACK + "?state=" + begun.state() + rest, begun.header())));
        String form = "state=" + begun.state() + rest;
        assertFailed(RawHttp.send(
                server,
                Sent.post(CALLBACK, "application/x-www-form-urlencoded", form).with(begun.header())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?",
                "?state=x",
                "?state=%00&code=x",
                "?state=e30&code=x",
                "?state=eyJ9&code=x",
                "?code=x",
                "?error=x"
            })
    void a_state_that_was_never_ours_is_a_login_that_failed(String query) {
        assertFailed(RawHttp.send(server, Sent.get(CALLBACK + query, begin().header())));
        assertFailed(RawHttp.send(server, Sent.get(CALLBACK + query)));
    }

    @Test
    void a_tampered_cookie_of_the_login_is_a_login_that_failed() {
        for (String name : List.of("OAUTH2_STATE", "OAUTH2_PKCE", "OPENID_NONCE", "kyosei-return")) {
            for (String value : List.of("", "x", "%00", "%zz", "e30", "eyJ9", "a".repeat(3000), "\"x", "é")) {
                Begun begun = begin();
                assertFailed(RawHttp.send(
                        server, Sent.get(CALLBACK + "?state=" + begun.state() + "&code=x", begun.header(name, value))));
            }
        }
    }

    @Test
    void a_code_that_was_used_opens_nothing_again(Visitor visitor) {
        List<Request> answers = new ArrayList<>();
        visitor.page().onRequest(request -> {
            if (request.url().contains(CALLBACK)) {
                answers.add(request);
            }
        });
        visitor.logIn(DemonstrationUser.OPERATOR);
        Request used = answers.getFirst();
        String cookies = used.allHeaders().get("cookie");
        String target = used.url().substring(server.toString().length());

        assertFailed(RawHttp.send(server, Sent.get(target, "Cookie: " + cookies)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "/%zz",
                "/[",
                "/a b",
                "/\\\\evil.example",
                "//evil.example/",
                "https://evil.example/",
                "/a\nb",
                "%%%",
                ""
            })
    void a_tampered_way_back_leads_home(String address, Visitor visitor) {
        String value = address.equals("%%%")
                ? address
                : Base64.getUrlEncoder().withoutPadding().encodeToString(address.getBytes(StandardCharsets.UTF_8));
        visitor.page().navigate(visitor.address("plans/mine-strategy-2"));
        visitor.page().locator("#username").waitFor();
        visitor.context()
                .addCookies(List.of(new Cookie("kyosei-return", value)
                        .setDomain(server.getHost())
                        .setPath("/oauth")));
        visitor.typeLogin(DemonstrationUser.MINE, "demo");

        assertThat(visitor.page()).hasURL(visitor.at(""));
        assertThat(visitor.heading()).isVisible();
    }

    @Test
    void what_nobody_can_read_breaks_nothing_for_who_is_logged_in(Visitor visitor) {
        visitor.logIn(DemonstrationUser.SECRETARIAT);
        ScreenWire screen = ScreenWire.of(visitor);
        String page = screen.byRequest(screen.navigation("owners/ichinoseki-hiraizumi/imports", 0))
                .text();
        List<Sent> all = new ArrayList<>(List.of(
                Sent.get("/?v-r=heartbeat&v-uiId=abc"),
                Sent.get("/?v-r=uidl&v-uiId=99999999999"),
                Sent.get("/?v-r=push&v-uiId=abc"),
                Sent.get("/?v-r=push&v-uiId=0&X-Atmosphere-Transport=zzz"),
                Sent.get("/?v-r=init"),
                Sent.get("/?v-r=init&location=%00&query=%00"),
                Sent.get("/?v-r=i18n&langtag=%00"),
                Sent.get("/?x=%zz", "Accept: text/html"),
                Sent.get("/plans/mine-strategy-2?fiscalYear=%00", "Accept: text/html"),
                Sent.get("/plans/x%00"),
                Sent.get("/page/page.css", "Range: bytes=99999999999999999999-"),
                Sent.get("/VAADIN/dynamic/resource/0"),
                Sent.get("/VAADIN/dynamic/resource/abc/%5B/%E3%81%82"),
                Sent.post("/", "application/x-www-form-urlencoded", "x=%zz"),
                Sent.post("/", "multipart/form-data", "garbage"),
                Sent.post("/?v-r=uidl&v-uiId=0", "application/json", "{"),
                Sent.post("/?v-r=uidl&v-uiId=0", "application/json", "{\"a\":".repeat(5000)),
                new Sent("FOO", "/", List.of(), ""),
                new Sent("CONNECT", "/", List.of(), "")));
        Matcher resource = Pattern.compile("VAADIN/dynamic/resource/[^\"\\\\]+").matcher(page);
        assertThat(resource.find()).as("A place to send a file to").isTrue();
        String upload = "/" + resource.group();
        Sent file = Sent.post(upload, "application/octet-stream", "garbage").with("X-Filename: a.xlsx");
        assertThat(screen.send(file).status()).isEqualTo(204);
        for (String target : List.of(upload, upload + "x")) {
            all.add(Sent.post(target, "multipart/form-data; boundary=x", "garbage"));
            all.add(Sent.post(target, "multipart/form-data; boundary=x", "--x\r\n\r\ngarbage"));
            all.add(Sent.post(target, "multipart/form-data", "garbage"));
            all.add(Sent.post(target, "zzz", "garbage"));
            all.add(Sent.post(target, "application/octet-stream", "garbage").with("X-Filename: %zz"));
            all.add(new Sent("PUT", target, List.of(), "garbage"));
        }
        assertThat(all.stream()
                        .filter(sent -> screen.send(sent).status() >= 500)
                        .map(Sent::toString))
                .isEmpty();
    }

    private Begun begin() {
        String answer = RawHttp.send(server, Sent.get("/oauth/login/keycloak")).text();
        Matcher state = STATE.matcher(answer);
        assertThat(state.find()).isTrue();
        Map<String, String> cookies = COOKIE.matcher(answer)
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2), (one, other) -> other));
        cookies.put("kyosei-return", Base64.getUrlEncoder().encodeToString("/plans".getBytes(StandardCharsets.UTF_8)));
        assertThat(cookies).containsKeys("OAUTH2_STATE", "OAUTH2_PKCE", "OPENID_NONCE");
        return new Begun(
                URLEncoder.encode(state.group(1), StandardCharsets.UTF_8).replace("%25", "%"), cookies);
    }

    private static void assertFailed(RawHttp.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.text()).contains(FAILED, "もう一度お試しください");
        assertThat(answer.hasSession()).isFalse();
    }
}
