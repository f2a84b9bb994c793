package jp.kyosei.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.mail.MailKind;
import org.junit.jupiter.api.Test;

@InBrowser
class MailChoicesPageTest {
    @Test
    void a_kind_switched_off_by_keyboard_is_saved_at_once_and_stays_off(Visitor visitor) {
        visitor.as(DemonstrationUser.HIRAIZUMI);
        visitor.page().locator(".person-menu summary").click();
        visitor.page()
                .locator(".person-menu")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("メールの受け取り"))
                .click();
        assertThat(visitor.page()).hasURL(visitor.at("me/mail"));
        assertThat(visitor.heading()).hasText("メールの受け取り");
        assertThat(visitor.main()).containsText("hiraizumi@kyosei.example");
        assertThat(visitor.main().locator("input[type=checkbox]:checked")).hasCount(MailKind.values().length);
        assertThat(box(visitor, "督促")).hasAccessibleDescription("提出の期限が近いとき、または過ぎたときに届きます。");

        box(visitor, "督促").focus();
        visitor.page().keyboard().press("Space");
        assertThat(visitor.main().getByRole(AriaRole.STATUS)).containsText("保存しました：督促のメールを受け取らない。");

        visitor.open("me/mail");
        assertThat(box(visitor, "督促")).not().isChecked();
        assertThat(visitor.main().locator("input[type=checkbox]:checked")).hasCount(MailKind.values().length - 1);
        box(visitor, "督促").click();
        assertThat(visitor.main().getByRole(AriaRole.STATUS)).containsText("保存しました：督促のメールを受け取る。");
    }

    private static Locator box(Visitor visitor, String kind) {
        return visitor.page().getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(kind));
    }
}
