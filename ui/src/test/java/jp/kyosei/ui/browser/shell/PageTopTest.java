package jp.kyosei.ui.browser.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.Visitor;
import org.junit.jupiter.api.Test;

/** Where on a page somebody begins. */
@InBrowser
class PageTopTest {
    @Test
    void whoever_leaves_the_end_of_a_long_page_begins_at_the_top_of_the_next(Visitor secretariat) {
        secretariat.as(DemonstrationUser.MINE).open("plans/mine-strategy-2");
        secretariat.page().evaluate("window.scrollTo(0, document.body.scrollHeight)");
        secretariat.page().waitForFunction("window.scrollY > 1000");

        secretariat
                .page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("団体の設定"))
                .click();
        assertThat(secretariat.heading()).hasText("団体の設定");
        secretariat.page().waitForFunction("window.scrollY === 0");
    }
}
