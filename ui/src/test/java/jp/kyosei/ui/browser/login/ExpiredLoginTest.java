package jp.kyosei.ui.browser.login;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.Screens;
import jp.kyosei.ui.browser.Visitor;
import jp.kyosei.ui.session.ExpiringLogins;
import org.junit.jupiter.api.Test;

@InBrowser
class ExpiredLoginTest {
    private static final String TYPED = "宿泊";

    @Test
    void a_login_that_ran_out_is_said_and_renewed_in_another_tab_while_what_was_typed_stays(Visitor visitor) {
        visitor.logIn(DemonstrationUser.HIRAIZUMI).open(Screens.RESULTS.path());
        Locator typed = visitor.page().locator(".rs-search");
        typed.fill(TYPED);

        ExpiringLogins.expireAllOf(DemonstrationUser.HIRAIZUMI.username(), visitor.kyosei());
        visitor.page().locator(".plan-tabs a").last().click();

        Locator notice = visitor.page().locator(".login-notice");
        assertThat(notice).containsText("ログインの有効期限が切れました");
        assertThat(typed).hasValue(TYPED);

        Page tab = visitor.context().waitForPage(() -> notice.locator("a").click());
        if (tab.locator("#username, #password").first().isVisible()) {
            tab.locator("#password").fill("demo");
            tab.locator("#kc-login").click();
        }
        assertThat(tab.getByText("ログインできました").first()).isVisible();
        assertThat(notice).hasCount(0);
        // The refused message is sent again by itself: the screen goes where the person wanted.
        assertThat(visitor.page().locator(".plan-tabs a").last()).hasAttribute("aria-current", "page");
    }

    @Test
    void a_session_that_the_server_no_longer_knows_is_said_while_what_was_typed_stays(Visitor visitor) {
        visitor.logIn(DemonstrationUser.ICHINOSEKI).open(Screens.RESULTS.path());
        Locator typed = visitor.page().locator(".rs-search");
        typed.fill(TYPED);

        visitor.context().clearCookies();
        visitor.page().locator(".plan-tabs a").last().click();

        Locator notice = visitor.page().locator(".login-notice");
        assertThat(notice).containsText("ログインが切れました");
        assertThat(typed).hasValue(TYPED);
    }

    @Test
    void figures_typed_after_the_login_ran_out_are_kept_and_sent_after_the_next_one(Visitor visitor) {
        String sheet = "plans/ichinoseki-hiraizumi-vision-2/collection/2023/entry/034029";
        visitor.logIn(DemonstrationUser.HIRAIZUMI).open(sheet);
        Locator cell = visitor.page().locator("input[data-no='19'][data-field='value']");
        Locator save = visitor.page().locator("tr.em-row[data-no='19'] .em-save");
        assertThat(cell).isVisible();

        visitor.context().clearCookies();
        cell.fill("27");
        cell.blur();
        assertThat(visitor.page().locator(".login-notice")).containsText("ログインが切れました");
        assertThat(visitor.page().locator(".login-notice")).containsText("このブラウザに残っています");
        assertThat(visitor.page().locator(".login-notice")).not().containsText("写し取って");
        assertThat(cell).hasValue("27");

        visitor.page().onDialog(dialog -> dialog.accept());
        visitor.page().navigate(visitor.address(sheet));
        visitor.typeLogin(DemonstrationUser.HIRAIZUMI, "demo");
        assertThat(cell).hasValue("27");
        assertThat(save).hasText("保存済");
    }
}
