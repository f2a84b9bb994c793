package jp.kyosei.ui.browser.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.regex.Pattern;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.Screens;
import jp.kyosei.ui.browser.Visitor;
import org.junit.jupiter.api.Test;

/** The server is gone without a word: nothing on the screen knows it until the first click. */
@InBrowser
class LostServerTest {
    private static final Pattern MESSAGES = Pattern.compile(".*[?&]v-r=uidl.*");
    private static final String SHEET = "plans/ichinoseki-hiraizumi-vision-2/collection/2023/entry/034029";

    @Test
    void the_very_first_click_is_kept_and_said_and_no_other_is_taken_until_the_server_is_back(Visitor visitor) {
        visitor.as(DemonstrationUser.HIRAIZUMI).open(Screens.RESULTS.path());
        Locator tabs = visitor.page().locator(".plan-tabs a");
        int current = currentOf(tabs);
        Locator first = tabs.nth((current + 1) % tabs.count());
        Locator second = tabs.nth((current + 2) % tabs.count());

        visitor.page().route(MESSAGES, Route::abort);
        first.click();
        Locator said = visitor.page().locator("vaadin-connection-indicator");
        assertThat(said).containsText("サーバーと通信できません。自動でつなぎ直しています。");
        assertThat(said).containsText("いま押したものは、つながったときに行います。");
        assertThat(tabs.nth(current)).hasAttribute("aria-current", "page");

        second.click();
        assertThat(visitor.page().locator(".offline-notice")).containsText("できませんでした");

        visitor.page().unroute(MESSAGES);
        assertThat(first).hasAttribute("aria-current", "page");
        visitor.settle();
        assertThat(first).hasAttribute("aria-current", "page");
    }

    @Test
    void a_figure_typed_meanwhile_is_kept_and_sent_when_the_server_is_back(Visitor visitor) {
        visitor.as(DemonstrationUser.HIRAIZUMI).open(SHEET);
        Locator cell = visitor.page().locator("input[data-no='19'][data-field='value']");
        Locator save = visitor.page().locator("tr.em-row[data-no='19'] .em-save");
        assertThat(cell).isVisible();

        visitor.page().route(MESSAGES, Route::abort);
        cell.fill("28");
        cell.blur();
        assertThat(save).hasText("未送信");
        assertThat(visitor.page().locator("vaadin-connection-indicator")).containsText("入力した内容は残っています。");
        visitor.page().locator(".side-navigation a").first().click();
        assertThat(visitor.page().locator(".offline-notice")).containsText("できませんでした");
        assertThat(cell).hasValue("28");

        visitor.page().unroute(MESSAGES);
        assertThat(save).hasText("保存済");
        assertThat(cell).hasValue("28");
    }

    private static int currentOf(Locator tabs) {
        for (int place = 0; place < tabs.count(); place++) {
            if ("page".equals(tabs.nth(place).getAttribute("aria-current"))) {
                return place;
            }
        }
        throw new AssertionError("no tab is the current one");
    }
}
