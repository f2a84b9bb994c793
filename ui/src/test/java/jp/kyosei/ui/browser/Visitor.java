package jp.kyosei.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.RunningKyosei;

/** Somebody at a browser of their own. */
public final class Visitor implements AutoCloseable {
    public static final int DESK_WIDTH = 1440;

    /** What each person's browser holds after a login, so that only the tests of the login go through it again. */
    private static final Map<DemonstrationUser, List<Cookie>> LOGINS = new EnumMap<>(DemonstrationUser.class);

    private static final String PASSWORD = "demo";
    private static final int HEIGHT = 1000;
    /** In milliseconds; a machine that is busy with other builds answers late. */
    public static final int PATIENCE = 20_000;

    /** Vaadin's client has nothing under way. */
    private static final String IDLE = """
            () => {
              const clients = Object.values(window.Vaadin?.Flow?.clients ?? {}).filter((client) => client.isActive);
              return clients.length > 0 && clients.every((client) => !client.isActive());
            }
            """;

    private final RunningKyosei kyosei;
    private final BrowserContext context;
    private final Page page;

    public Visitor(RunningKyosei kyosei) {
        this.kyosei = kyosei;
        context = Chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale("ja-JP")
                        .setTimezoneId("Asia/Tokyo")
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(DESK_WIDTH, HEIGHT));
        context.setDefaultTimeout(PATIENCE);
        page = context.newPage();
    }

    public Page page() {
        return page;
    }

    public BrowserContext context() {
        return context;
    }

    public RunningKyosei kyosei() {
        return kyosei;
    }

    /** Is logged in as that person, by an earlier login if there was one. */
    public Visitor as(DemonstrationUser user) {
        List<Cookie> kept = LOGINS.get(user);
        if (kept != null) {
            context.addCookies(kept);
        }
        page.navigate(address(""));
        if (page.url().startsWith(kyosei.keycloak().url().toString())) {
            typeLogin(user, PASSWORD);
        }
        assertThat(heading()).isVisible();
        LOGINS.put(user, context.cookies());
        return this;
    }

    /** Logs in through Keycloak's page, whoever has logged in before. */
    public Visitor logIn(DemonstrationUser user) {
        page.navigate(address(""));
        typeLogin(user, PASSWORD);
        assertThat(heading()).isVisible();
        return this;
    }

    /** Name and password on Keycloak's page; a realm of an older import asks for them on two. */
    public void typeLogin(DemonstrationUser user, String password) {
        page.locator("#username").fill(user.username());
        if (!page.locator("#password").isVisible()) {
            page.locator("#kc-login").click();
        }
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
    }

    /** Opens an address below the server, without a leading slash, and waits for the screen. */
    public Visitor open(String path) {
        page.navigate(address(path));
        assertThat(heading()).isVisible();
        settle();
        return this;
    }

    /** Until the browser has shown all that the server has sent. */
    public void settle() {
        page.waitForFunction(IDLE);
    }

    public Visitor width(int pixels) {
        page.setViewportSize(pixels, HEIGHT);
        return this;
    }

    public Locator heading() {
        return page.locator("main h1");
    }

    public Locator main() {
        return page.locator("main");
    }

    public Pattern at(String path) {
        return Pattern.compile("^" + literally(address(path)) + "([?#].*)?$");
    }

    public Pattern atKeycloak() {
        return Pattern.compile("^" + literally(kyosei.keycloak().url() + "/"));
    }

    /** {@link Pattern#quote} is not understood by the browser, which is where patterns of Playwright are matched. */
    private static String literally(String text) {
        return text.replaceAll("[.?*+^$()\\[\\]{}|\\\\]", "\\\\$0");
    }

    public String address(String path) {
        return kyosei.url() + "/" + path;
    }

    public void takePicture(Path file) {
        try {
            page.screenshot(new Page.ScreenshotOptions().setPath(file));
        } catch (PlaywrightException gone) {
            System.err.println("No picture " + file + ": " + gone.getMessage());
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
