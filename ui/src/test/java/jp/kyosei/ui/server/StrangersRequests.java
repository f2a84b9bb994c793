package jp.kyosei.ui.server;

import java.util.List;
import java.util.stream.Stream;
import jp.kyosei.ui.RawHttp.Sent;

/** What somebody without a login may send: addresses of all kinds, of which not one may leave a session or break the server. */
final class StrangersRequests {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String SOCKET_VERSION = "Sec-WebSocket-Version: 13";
    private static final String SOCKET_KEY = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";

    private StrangersRequests() {}

    static List<Sent> all() {
        return Stream.of(files(), messages(), sockets(), login(), served(), unreadable())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Sent> files() {
        return Stream.concat(
                        Stream.of(
                                        "/page/zz",
                                        "/page/",
                                        "/page",
                                        "/page/page.css",
                                        "//page/page.css",
                                        "//page/zz",
                                        "/page/./zz",
                                        "/page/../zz",
                                        "/page/..;/zz",
                                        "/page/%2e%2e/zz",
                                        "/page/%252e%252e/zz",
                                        "/page/..%2fzz",
                                        "/page/%5c..%5czz",
                                        "/page;a=b/zz",
                                        "/page/zz;jsessionid=0123456789",
                                        "/page/%70age.css",
                                        "/PAGE/page.css",
                                        "/page/zz?v-r=",
                                        "/page/zz?x=v-r",
                                        "/VAADIN/build/zz.js",
                                        "/VAADIN/build/",
                                        "/VAADIN/static/zz",
                                        "/VAADIN/static/push/zz",
                                        "/VAADIN/dynamic/resource/0/x/y",
                                        "/lumo/zz",
                                        "/lumo/",
                                        "/aura/zz",
                                        "/favicon.ico",
                                        "/robots.txt",
                                        "/sw.js",
                                        "/manifest.webmanifest",
                                        "/themes/x/y",
                                        "/assets/x",
                                        "/web-component/x.js",
                                        "/index.html",
                                        "/")
                                .flatMap(target -> Stream.of(
                                        Sent.get(target),
                                        Sent.get(target, "Accept: text/html"),
                                        new Sent("HEAD", target, List.of(), ""),
                                        Sent.post(target, FORM, "x=y"))),
                        Stream.of(
                                Sent.get("/page/page.css", "Range: bytes=99999999999999999999-"),
                                Sent.get("/page/page.css", "Range: bytes=9-1"),
                                Sent.get("/page/zz", "Cookie: kyosei-session=00000000000000000000000000000000"),
                                Sent.get("/page/zz", "Cookie: kyosei-session=../../x; JSESSIONID=x")))
                .toList();
    }

    private static List<Sent> messages() {
        return Stream.of(
                        "/?v-r=init&location=",
                        "/?v-r=uidl&v-uiId=0",
                        "/?v-r=uidl&v-r=heartbeat",
                        "/?v-r=heartbeat&v-uiId=0",
                        "/?v-r=heartbeat&v-uiId=abc",
                        "/?v-r=push&v-uiId=0",
                        "/?v-r=webcomponent-resync",
                        "/?v-r=i18n",
                        "/?v-r=oldbrowser",
                        "/?%76-r=init",
                        "/page/page.css?v-r=init",
                        "/VAADIN/build/?v-r=heartbeat",
                        "/?closeApplication",
                        "/?restartApplication")
                .flatMap(target -> Stream.of(
                        Sent.get(target),
                        Sent.post(target, "application/json", "{}"),
                        Sent.post(target, FORM, "v-r=init")))
                .toList();
    }

    private static List<Sent> sockets() {
        return Stream.of("/VAADIN/push?v-r=push", "/VAADIN/push", "/", "/page/zz", "/page/page.css", "/oauth/session")
                .map(target -> Sent.get(target, "Upgrade: websocket", SOCKET_VERSION, SOCKET_KEY))
                .toList();
    }

    private static List<Sent> login() {
        return Stream.concat(
                        Stream.of(
                                        "/oauth/login/keycloak",
                                        "/oauth/login/other",
                                        "/oauth/again",
                                        "/oauth/session",
                                        "/oauth/logout",
                                        "/oauth/logged-out",
                                        "/oauth/logged-in-again",
                                        "/oauth/",
                                        "/oauth",
                                        "/oauth/nothing",
                                        "/oauth/callback/keycloak",
                                        "/oauth/callback/keycloak?state=x",
                                        "/oauth/callback/keycloak?state=x&code=y",
                                        "/oauth/callback/keycloak?code=y",
                                        "/oauth/callback/keycloak?state=&code=",
                                        "/oauth/callback/keycloak?state=%00&code=%00",
                                        "/oauth/callback/keycloak?state=e30&code=y",
                                        "/oauth/callback/keycloak?state=eyJ9&code=y",
                                        "/oauth/callback/keycloak?state=" + "a".repeat(6000),
                                        "/oauth/callback/keycloak?error=access_denied",
                                        "/oauth/callback/keycloak?error=%00&error_description=%00&state=x",
                                        "/oauth/callback/keycloak/?state=x",
                                        "/oauth/callback/other?state=x")
                                .flatMap(target -> Stream.of(
                                        Sent.get(target, "Accept: text/html"),
                                        Sent.get(
                                                target,
                                                "Cookie: OAUTH2_STATE=x; OAUTH2_PKCE=x; OPENID_NONCE=x; kyosei-return=%zz"),
                                        Sent.post(target, FORM, "state=x&code=y"))),
                        Stream.of(
                                        "",
                                        "logout_token=",
                                        "logout_token=a.b.c",
                                        "logout_token=%zz",
                                        "logout_token=%00",
                                        "logout_token=a&logout_token=b",
                                        "logout_token=eyJhbGciOiJub25lIn0.e30.",
                                        "logout_token=eyJhbGciOiJSUzI1NiJ9.W10.AAAA",
                                        "x=y")
                                .flatMap(body -> Stream.of(
                                        Sent.post("/oauth/backchannel-logout/keycloak", FORM, body),
                                        Sent.post("/oauth/backchannel-logout/keycloak", FORM + "; charset=zzz", body),
                                        Sent.post("/oauth/backchannel-logout/keycloak", "application/json", body),
                                        Sent.post(
                                                "/oauth/backchannel-logout/keycloak",
                                                "multipart/form-data; boundary=x",
                                                body))))
                .toList();
    }

    private static List<Sent> served() {
        return Stream.of(
                        "/api/v1/me",
                        "/api/zz",
                        "/api",
                        "/open",
                        "/open/",
                        "/open/zz",
                        "/openapi/zz",
                        "/health",
                        "/health/zz")
                .flatMap(target -> Stream.of(
                        Sent.get(target),
                        Sent.get(target + "?v-r=init", "Authorization: Bearer x"),
                        Sent.post(target, "application/json", "{")))
                .toList();
    }

    private static List<Sent> unreadable() {
        return Stream.concat(
                        Stream.of(
                                        "/zz",
                                        "/page/zz",
                                        "/oauth/callback/keycloak",
                                        "/oauth/logout",
                                        "/api/v1/me",
                                        "/open/zz",
                                        "/health")
                                .flatMap(path -> Stream.of(
                                        Sent.get(path + "?x=%zz"),
                                        Sent.get(path + "?x=%"),
                                        Sent.get(path + "?%=%00&=&&"),
                                        Sent.get(path + "?x=%ff%fe%c0%80"),
                                        Sent.get(path + "?" + "a=1&".repeat(1500)),
                                        Sent.get(path + "?x=" + "a".repeat(7000)),
                                        Sent.get(path + "?x=" + "a".repeat(20_000)),
                                        Sent.get(path + "/%zz"),
                                        Sent.get(path + "/%00"),
                                        Sent.get(path + "/%ff"),
                                        Sent.get(path + "/a|b\"<>"),
                                        Sent.get(path, "X-Long: " + "a".repeat(20_000)),
                                        Sent.get(path, "Cookie: kyosei-return=" + "a".repeat(6000)),
                                        Sent.get(path, "Cookie: =;;=\"; kyosei-session=\"\u00e9"),
                                        Sent.get(path, "Content-Length: abc"),
                                        Sent.get(
                                                path,
                                                "Accept: zzz",
                                                "Accept-Language: zzz-\u007f",
                                                "Accept-Charset: zzz"),
                                        Sent.get(path, "Content-Type: zzz"),
                                        Sent.get(path, "Origin: zzz", "Authorization: zzz", "If-None-Match: zzz"),
                                        Sent.post(path, FORM, "x=%zz"),
                                        Sent.post(path, FORM + "; charset=zzz", "x=y"),
                                        Sent.post(path, "multipart/form-data; boundary=x", "garbage"),
                                        Sent.post(path, "multipart/form-data", "garbage"),
                                        Sent.post(path, "zzz", "garbage"))),
                        Stream.of("FOO", "TRACE", "CONNECT", "PUT", "DELETE", "OPTIONS", "PATCH")
                                .flatMap(method -> Stream.of(
                                                "/", "/page/zz", "/oauth/callback/keycloak", "/api/v1/me", "/open/")
                                        .map(target -> new Sent(method, target, List.of(), ""))))
                .toList();
    }
}
