package jp.kyosei.ui.browser.login;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.RawHttp;
import jp.kyosei.ui.RawHttp.Sent;
import jp.kyosei.ui.RunningKyosei;
import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.KeycloakDesk;
import jp.kyosei.ui.browser.ScreenWire;
import jp.kyosei.ui.browser.Visitor;
import jp.kyosei.ui.session.ExpiringLogins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody whose account was disabled, or who went away, by every way that leads in or out. The real Keycloak is asked. */
@InBrowser
class LoginOverTest {
    private static final DemonstrationUser WHO = DemonstrationUser.MINE_STAFF;
    private static final String PLAN = "plans/mine-strategy-2";
    private static final String RESULTS = PLAN + "/results/2022";
    private static final String TITLE = "第2期美祢市まち・ひと・しごと創生総合戦略";
    /** How the answer to the first message ends. */
    private static final String FIRST_MESSAGE = "\"syncId\":1}";

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json; charset=UTF-8";
    private static final Pattern DOWNLOAD = Pattern.compile("VAADIN/dynamic/resource/[^\"\\\\]+");

    private final RunningKyosei kyosei = RunningKyosei.get();
    private final KeycloakDesk keycloak = new KeycloakDesk(kyosei.keycloak());

    @AfterEach
    void let_the_others_log_in_again() {
        keycloak.enable(WHO);
    }

    @Test
    void a_disabled_account_reads_no_further_and_what_was_typed_stays(Visitor visitor) {
        visitor.logIn(WHO).open(RESULTS);
        Locator typed = visitor.page().locator(".rs-search");
        typed.fill("宿泊");

        disable();
        visitor.page().locator(".plan-tabs a").last().click();

        assertThat(visitor.page().locator(".login-notice")).containsText("ログインの有効期限が切れました");
        assertThat(typed).hasValue("宿泊");
        assertThat(visitor.page().locator(".plan-tabs a").last()).not().hasAttribute("aria-current", "page");
        visitor.page().navigate(visitor.address(RESULTS));
        assertThat(visitor.page()).hasURL(visitor.atKeycloak());
    }

    @Test
    void a_disabled_account_is_refused_at_its_next_request(Visitor visitor) {
        visitor.logIn(WHO);
        ScreenWire screen = ScreenWire.of(visitor);
        assertThat(screen.byRequest(screen.navigation(PLAN, 0)).text()).contains(TITLE);

        disable();

        RawHttp.Answer answer = screen.byRequest(screen.navigation(RESULTS, 1));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text()).doesNotContain(TITLE);
    }

    @Test
    void a_disabled_account_is_refused_at_its_next_message_by_a_socket_opened_before(Visitor visitor) {
        visitor.logIn(WHO);
        ScreenWire screen = ScreenWire.of(visitor);
        ScreenWire.Socket socket = screen.openSocket();
        socket.send(screen.navigation(PLAN, 0));
        assertThat(socket.hear(FIRST_MESSAGE)).contains(TITLE);

        disable();
        for (int again = 1; again <= 2; again++) {
            socket.send(screen.navigation(RESULTS, 1));
            assertThat(socket.hear("sessionExpired")).doesNotContain(TITLE, "changes");
        }
        assertThat(loginOf(screen)).contains("expired");
    }

    @Test
    void what_changes_is_not_told_to_a_screen_whose_login_is_over(Visitor visitor) {
        visitor.logIn(WHO);
        ScreenWire screen = ScreenWire.of(visitor);
        ScreenWire.Socket socket = screen.openSocket();
        socket.send(screen.navigation(PLAN, 0));
        socket.hear(FIRST_MESSAGE);
        tellOpenScreens("これは届く");
        socket.hear("これは届く");
        assertThat(visitor.page().getByText("これは届く")).isVisible();

        disable();
        tellOpenScreens("これは届かない");

        socket.send(screen.navigation(RESULTS, 1));
        assertThat(socket.hear("sessionExpired")).doesNotContain("これは届かない", "changes");
        assertThat(visitor.page().getByText("これは届かない")).hasCount(0);
        assertThat(loginOf(screen)).contains("expired");
        assertThat(screen.send(Sent.get("/?v-r=push&v-uiId=0&X-Atmosphere-Transport=long-polling"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void who_is_logged_out_by_the_back_channel_hears_nothing_more_and_says_nothing_more(Visitor visitor) {
        visitor.logIn(WHO);
        ScreenWire screen = ScreenWire.of(visitor);
        ScreenWire.Socket socket = screen.openSocket();
        socket.send(screen.navigation(PLAN, 0));
        socket.hear(FIRST_MESSAGE);
        disable();
        tellOpenScreens("これは届かない");

        keycloak.endSessionsOf(WHO);

        assertThat(socket.hearUntilClosed()).doesNotContain("これは届かない");
        assertThat(loginOf(screen)).contains("none");
        assertThat(screen.byRequest(screen.navigation(RESULTS, 1)).status()).isEqualTo(503);
        assertThat(screen.send(Sent.post("/?v-r=heartbeat&v-uiId=0", FORM, "")).status())
                .isEqualTo(503);
    }

    @Test
    void no_query_form_or_path_makes_a_request_of_a_disabled_account_pass(Visitor visitor) {
        visitor.logIn(WHO);
        ScreenWire screen = ScreenWire.of(visitor);
        String page = screen.byRequest(screen.navigation(RESULTS, 0)).text();
        Matcher download = DOWNLOAD.matcher(page);
        assertThat(download.find()).isTrue();
        String file = "/" + download.group();
        assertThat(screen.send(Sent.get(file)).status()).isEqualTo(200);
        String next = screen.navigation(PLAN, 1);

        disable();

        assertThat(screen.send(Sent.get("/?v-r=heartbeat%00")).status()).isEqualTo(400);
        for (Sent sent : List.of(
                Sent.get("/" + RESULTS + "?x=v-r=heartbeat", "Accept: text/html"),
                Sent.get("/?v-r=init&location=&query=&x=v-r=heartbeat"),
                Sent.get("/?v-r=init&location=&query=&v-r=heartbeat"),
                Sent.get("/?v-r=heartbeat&v-r=init&location=&query=&v-uiId=0"),
                Sent.get("/?%76-r=heartbeat&v-uiId=0"),
                Sent.get("/?v%2Dr=heartbeat&v-r=init&location="),
                Sent.get("/?V-R=heartbeat", "Accept: text/html"),
                Sent.get("/?v-r=HEARTBEAT"),
                Sent.get("/?v-r=heartbeat&v-uiId=0", "Upgrade: websocket"),
                Sent.get("/;v-r=heartbeat", "Accept: text/html"),
                Sent.get("/" + RESULTS + ";v-r=heartbeat?v-r=heartbeat", "Accept: text/html"),
                Sent.get("/?v-r=push&v-uiId=0&X-Atmosphere-Transport=long-polling"),
                Sent.get("/?v-r=push&v-uiId=0&x=v-r=heartbeat"),
                Sent.get("/?v-r=webcomponent-resync&x=v-r=heartbeat"),
                Sent.get(file),
                Sent.get(file + "?v-r=heartbeat"),
                Sent.get(file + "?x=v-r=heartbeat"),
                Sent.get(file, "Range: bytes=0-9"),
                Sent.get(file + ";v-r=heartbeat"),
                Sent.get("/page/../" + file.substring(1)),
                Sent.post(file, "application/octet-stream", "x"),
                Sent.post(file + "?v-r=heartbeat", "application/octet-stream", "x"),
                Sent.post("/?v-r=uidl&v-uiId=0&x=v-r=heartbeat", JSON, next),
                Sent.post("/?v-r=uidl&v-r=heartbeat&v-uiId=0", JSON, next),
                Sent.post("/?v-r=heartbeat&v-r=uidl&v-uiId=0", JSON, next),
                Sent.post("/?v-uiId=0&v-r=uidl", FORM, "v-r=heartbeat"),
                Sent.post("/?v-uiId=0", FORM, "v-r=uidl&v-r=heartbeat"),
                Sent.post("/?v-uiId=0&x=v-r=heartbeat", FORM, "v-r=uidl"),
                Sent.post("/page/page.css?v-r=uidl&v-uiId=0", JSON, next),
                Sent.post("/?v-r=push&v-uiId=0&X-Atmosphere-Transport=long-polling", JSON, next),
                new Sent("HEAD", file, List.of(), ""),
                new Sent("FOO", "/?v-r=uidl&v-uiId=0", List.of(), ""))) {
            ExpiringLogins.letRenewalComeDueFor(WHO.username(), kyosei);

            RawHttp.Answer answer = screen.send(sent);

            assertThat(loginOf(screen)).as(sent.toString()).contains("expired");
            // An open screen may say that it is there, and hears nothing.
            assertThat(answer.status()).as(sent.toString()).isIn(200, 302, 403, 404, 503);
            assertThat(answer.text())
                    .as(sent.toString())
                    .doesNotContain(
                            TITLE, "Vaadin-Security-Key", "v-uiId", "changes", "appConfig", "Content-Disposition");
            assertThat(answer.status() == 200 && answer.text().strip().split("\r\n\r\n", 2).length > 1)
                    .as(sent + " is answered with something")
                    .isFalse();
        }
    }

    @Test
    void an_open_screen_alone_keeps_no_login_alive(Visitor visitor) {
        visitor.logIn(WHO);
        ScreenWire screen = ScreenWire.of(visitor);
        screen.byRequest(screen.navigation(PLAN, 0));

        ExpiringLogins.leaveAlone(WHO.username(), Duration.ofMinutes(40), kyosei);
        screen.send(Sent.post("/?v-r=heartbeat&v-uiId=0", FORM, ""));
        screen.openSocket();
        assertThat(loginOf(screen)).contains("active");

        ExpiringLogins.leaveAlone(WHO.username(), Duration.ofMinutes(40), kyosei);
        screen.send(Sent.post("/?v-r=heartbeat&v-uiId=0", FORM, ""));
        assertThat(loginOf(screen)).contains("expired");
        assertThat(screen.byRequest(screen.navigation(RESULTS, 1)).status()).isEqualTo(503);
    }

    @Test
    void who_goes_on_working_stays_logged_in(Visitor visitor) {
        visitor.logIn(WHO);
        ScreenWire screen = ScreenWire.of(visitor);

        for (int message = 0; message < 3; message++) {
            ExpiringLogins.leaveAlone(WHO.username(), Duration.ofMinutes(40), kyosei);
            ExpiringLogins.letRenewalComeDueFor(WHO.username(), kyosei);
            assertThat(screen.byRequest(screen.navigation(PLAN, message)).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void the_parameters_by_which_vaadin_would_end_a_session_end_none(Visitor visitor) {
        visitor.logIn(WHO);
        ScreenWire screen = ScreenWire.of(visitor);

        for (String command : List.of("closeApplication", "restartApplication")) {
            RawHttp.Answer answer = screen.send(Sent.get("/?" + command, "Accept: text/html"));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.hasSession()).isFalse();
            assertThat(loginOf(screen)).contains("active");
        }
    }

    @Test
    void a_screen_that_waits_for_its_person_goes_on_where_it_was(Visitor visitor) {
        visitor.logIn(WHO).open(RESULTS);
        ExpiringLogins.expireAllOf(WHO.username(), kyosei);
        tellOpenScreens("これは後で届く");
        visitor.page().locator(".plan-tabs a").last().click();
        Locator notice = visitor.page().locator(".login-notice");
        assertThat(notice).isVisible();
        assertThat(visitor.page().getByText("これは後で届く")).hasCount(0);

        Page tab = visitor.context().waitForPage(() -> notice.locator("a").click());
        assertThat(tab.getByText("ログインできました").first()).isVisible();

        assertThat(notice).hasCount(0);
        assertThat(visitor.page().getByText("これは後で届く")).hasCount(1);
        tellOpenScreens("これはすぐ届く");
        assertThat(visitor.page().getByText("これはすぐ届く")).hasCount(1);
    }

    private void disable() {
        keycloak.disable(WHO);
        ExpiringLogins.letRenewalComeDueFor(WHO.username(), kyosei);
    }

    private static String loginOf(ScreenWire screen) {
        return screen.send(Sent.get("/oauth/session")).text();
    }

    /** As views do that have heard of somebody else's change; waits until they have done it. */
    private void tellOpenScreens(String text) {
        List<VaadinSession> sessions = ExpiringLogins.sessionsOf(WHO.username(), kyosei)
                .flatMap(session -> VaadinSession.getAllSessions(session).stream())
                .toList();
        List<Future<Void>> told = new ArrayList<>();
        for (VaadinSession screens : sessions) {
            screens.accessSynchronously(() ->
                    screens.getUIs().forEach(screen -> told.add(screen.access(() -> screen.add(new Span(text))))));
        }
        assertThat(told).isNotEmpty().allSatisfy(done -> assertThat(done).succeedsWithin(Duration.ofSeconds(30)));
        sessions.forEach(screens -> screens.accessSynchronously(() -> {}));
    }
}
