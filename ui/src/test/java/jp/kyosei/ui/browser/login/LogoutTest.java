package jp.kyosei.ui.browser.login;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.RawHttp;
import jp.kyosei.ui.RawHttp.Sent;
import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.ScreenWire;
import jp.kyosei.ui.browser.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way out: nobody else opens it, and nothing on it says who has left. */
@InBrowser
class LogoutTest {
    @Test
    void no_address_on_the_way_out_tells_who_has_left(Visitor visitor) {
        visitor.logIn(DemonstrationUser.IIN);
        List<String> addresses = new CopyOnWriteArrayList<>();
        visitor.page().onRequest(request -> addresses.add(request.url()));

        visitor.page().locator(".person-menu summary").click();
        visitor.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("ログアウト"))
                .click();
        assertThat(visitor.page().getByText("ログアウトしました").first()).isVisible();

        assertThat(addresses)
                .anyMatch(address -> address.endsWith("/oauth/logout"))
                .noneMatch(address -> address.contains("id_token"))
                .noneMatch(address -> address.contains("eyJ"));
        visitor.page().navigate(visitor.address(""));
        assertThat(visitor.page()).hasURL(visitor.atKeycloak());
        assertThat(visitor.page().locator("#username")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, Sec-Fetch-Site: same-site",
        "GET, Sec-Fetch-Site: cross-site",
        "POST, Sec-Fetch-Site: same-site",
        "POST, Sec-Fetch-Site: cross-site",
        "GET, Referer: http://neighbour.example/page",
        "GET, X-Nothing: said"
    })
    void another_page_can_only_make_the_browser_ask(String method, String header, Visitor visitor) {
        visitor.logIn(DemonstrationUser.IIN);
        String cookie = ScreenWire.cookieOf(visitor);

        RawHttp.Answer answer =
                RawHttp.send(visitor.kyosei().url(), new Sent(method, "/oauth/logout", List.of(cookie, header), ""));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("ログアウトしますか", "method=\"post\"", "no-store");
        visitor.page().navigate(visitor.address("me/mail"));
        assertThat(visitor.page()).hasURL(visitor.at("me/mail"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Origin: http://neighbour.example", "Origin: null"})
    void what_another_page_sends_ends_nothing(String header, Visitor visitor) {
        visitor.logIn(DemonstrationUser.IIN);

        RawHttp.send(
                visitor.kyosei().url(),
                new Sent("POST", "/oauth/logout", List.of(ScreenWire.cookieOf(visitor), header), ""));

        visitor.page().navigate(visitor.address("me/mail"));
        assertThat(visitor.page()).hasURL(visitor.at("me/mail"));
    }

    @Test
    void who_is_asked_leaves_by_the_button(Visitor visitor) {
        visitor.logIn(DemonstrationUser.IIN);
        visitor.page().route("**/oauth/logout", route -> {
            if (route.request().method().equals("GET")) {
                String page = RawHttp.send(
                                visitor.kyosei().url(),
                                Sent.get("/oauth/logout", ScreenWire.cookieOf(visitor), "Sec-Fetch-Site: same-site"))
                        .text();
                route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html; charset=utf-8")
                        .setBody(page.substring(page.indexOf("<!doctype"))));
            } else {
                route.resume();
            }
        });

        visitor.page().navigate(visitor.address("oauth/logout"));
        visitor.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("ログアウト"))
                .click();

        assertThat(visitor.page().getByText("ログアウトしました").first()).isVisible();
        visitor.page().navigate(visitor.address(""));
        assertThat(visitor.page()).hasURL(visitor.atKeycloak());
    }
}
