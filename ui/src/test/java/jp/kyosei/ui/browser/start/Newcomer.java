package jp.kyosei.ui.browser.start;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.Instant;
import jp.kyosei.ui.RunningKyosei;
import jp.kyosei.ui.browser.Fields;
import jp.kyosei.ui.browser.Visitor;

/** Somebody who comes for the first time, by the link in a mail, at a browser of their own. */
final class Newcomer implements AutoCloseable {
    private static final String PASSWORD = "ame-agari-no-niji-27";

    private final Visitor visitor;
    private final String mail;

    Newcomer(RunningKyosei kyosei, String mail) {
        this.visitor = new Visitor(kyosei);
        this.mail = mail;
    }

    Visitor visitor() {
        return visitor;
    }

    /** Opens the link of the mail and sets a password. */
    Newcomer setsPassword(URI link) {
        page().navigate(link.toString());
        page().locator("#kc-info-message a, #kc-content a").first().click();
        page().locator("#password-new").fill(PASSWORD);
        page().locator("#password-confirm").fill(PASSWORD);
        page().locator("[type=submit]").first().click();
        page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Kyosei へ戻る"))
                .click();
        return this;
    }

    Newcomer logsIn() {
        page().locator("#username").fill(mail);
        page().locator("#password").fill(PASSWORD);
        page().locator("#kc-login").click();
        return this;
    }

    /** Sets up the second factor that is asked for, by typing its key into an app. */
    Newcomer setsUpOneTimeCodes() {
        page().locator("#mode-manual").click();
        String secret = page().locator("#kc-totp-secret-key").innerText();
        page().locator("#totp").fill(OneTimeCode.of(secret, Instant.now()));
        page().locator("#userLabel").fill("見本の電話");
        page().locator("#saveTOTPBtn").click();
        return this;
    }

    /** Goes in by the address that a town gives its people, and logs in at the town's own page. */
    Newcomer byOwnLogin(String provider, String username, String password) {
        page().navigate(visitor.address("oauth/login/keycloak?by=" + provider));
        page().locator("#username").fill(username);
        page().locator("#password").fill(password);
        page().locator("#kc-login").click();
        return this;
    }

    Newcomer isIn() {
        assertThat(visitor.heading()).isVisible();
        visitor.settle();
        return this;
    }

    /** Clicks a link of the navigation. */
    void clicks(String words) {
        page().getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(words).setExact(true))
                .first()
                .click();
    }

    /** Goes to the screen of that name. */
    Newcomer goes(String words) {
        clicks(words);
        assertThat(visitor.heading()).hasText(words);
        visitor.settle();
        return this;
    }

    void follows(String words) {
        main().getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(words).setExact(true))
                .first()
                .click();
        visitor.settle();
    }

    Locator boxButton(String words) {
        return box().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(words).setExact(true));
    }

    Locator button(String words) {
        return page().getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(words).setExact(true));
    }

    Locator main() {
        return visitor.main();
    }

    Locator box() {
        return page().getByRole(AriaRole.DIALOG);
    }

    Locator field(String label) {
        return Fields.named(page().locator("body"), label);
    }

    /** Types into a choice that searches, and takes what it offers. */
    void takes(String label, String typed, String offered) {
        field(label).fill(typed);
        page().getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(offered))
                .first()
                .click();
    }

    private Page page() {
        return visitor.page();
    }

    @Override
    public void close() {
        visitor.close();
    }
}
