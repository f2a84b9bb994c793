package jp.kyosei.ui.browser.paper;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.load.ExpensiveWork;
import jp.kyosei.backend.tenancy.PersonId;
import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.Meetings;
import jp.kyosei.ui.browser.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A click on 書き出し saves what the page shows. */
@InBrowser
class ReportsOnScreenTest {
    private static final String PLAN = "ichinoseki-hiraizumi-vision-2";
    private static final String VISION = "plans/" + PLAN;

    @ParameterizedTest
    @EnumSource(names = {"SECRETARIAT", "IIN"})
    void a_click_saves_what_the_page_shows(DemonstrationUser user, Visitor visitor) throws IOException {
        visitor.as(user);
        Map<String, String> pages = Map.of(
                "results/2022", "実績一覧_令和4年度",
                "summary/2022", "実績概要_令和4年度",
                "trend", "達成度の推移",
                "notes/2022", "意見一覧_令和4年度");
        for (Map.Entry<String, String> page : pages.entrySet()) {
            visitor.open(VISION + "/" + page.getKey());
            open(visitor);
            Download saved = visitor.page().waitForDownload(link(visitor, "CSV")::click);
            assertThat(saved.suggestedFilename()).isEqualTo("第2次一関・平泉定住自立圏共生ビジョン_%s.csv".formatted(page.getValue()));
            assertThat(new String(bytes(saved), StandardCharsets.UTF_8)).startsWith("\uFEFF");
        }
        visitor.open(VISION + "/results/2022");
        open(visitor);
        Download pdf = visitor.page().waitForDownload(link(visitor, "PDF")::click);
        assertThat(new String(bytes(pdf), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
    }

    @Test
    void a_report_that_takes_long_shows_how_far_it_is_and_is_saved_when_it_is_ready(Visitor visitor)
            throws IOException {
        visitor.as(DemonstrationUser.SECRETARIAT).open(VISION + "/results/2022");
        open(visitor);
        CountDownLatch busy = new CountDownLatch(1);
        try {
            takeAllPlaces(visitor, busy);
            link(visitor, "CSV").click();
            assertThat(visitor.main().locator(".report-wait")).containsText("書き出しを作っています");
            assertThat(visitor.main().locator(".report-wait").getByRole(AriaRole.PROGRESSBAR))
                    .isVisible();
            Download saved = visitor.page().waitForDownload(busy::countDown);
            assertThat(saved.suggestedFilename()).endsWith("_実績一覧_令和4年度.csv");
            assertThat(visitor.main().locator(".report-wait")).containsText("できました。");
        } finally {
            busy.countDown();
        }
    }

    /** As many papers are being made as are made at once. */
    private static void takeAllPlaces(Visitor visitor, CountDownLatch busy) {
        ExpensiveWork work = visitor.kyosei().bean(ExpensiveWork.class);
        int places = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        CountDownLatch taken = new CountDownLatch(places);
        for (int place = 0; place < places; place++) {
            Thread.ofVirtual()
                    .start(() -> work.run(new PersonId(UUID.randomUUID()), () -> {
                        taken.countDown();
                        return await(busy);
                    }));
        }
        await(taken);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void the_formats_are_reached_by_keyboard(Visitor visitor) {
        visitor.as(DemonstrationUser.IIN).open(VISION + "/results/2022");
        Locator summary = visitor.main().locator(".report-links > summary");
        summary.focus();
        visitor.page().keyboard().press("Enter");
        assertThat(link(visitor, "PDF")).isVisible();
        assertThat(new AxeBuilder(visitor.page())
                        .include(".report-links")
                        .analyze()
                        .getViolations())
                .isEmpty();
        visitor.page().keyboard().press("Tab");
        assertThat(link(visitor, "PDF")).isFocused();
    }

    @ParameterizedTest
    @EnumSource(names = {"SECRETARIAT", "IIN"})
    void the_papers_of_a_meeting_are_saved_in_one_file(DemonstrationUser user, Visitor visitor) throws IOException {
        String meeting = Meetings.of(DemonstrationUser.SECRETARIAT, PLAN);
        visitor.as(user).open(VISION + "/meetings/" + meeting);

        Download saved = visitor.page()
                .waitForDownload(visitor.main()
                        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("会議資料一式（PDF）"))::click);

        assertThat(saved.suggestedFilename()).endsWith("_会議資料.pdf");
        assertThat(new String(bytes(saved), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
    }

    private static void open(Visitor visitor) {
        visitor.main().locator(".report-links > summary").click();
    }

    private static Locator link(Visitor visitor, String format) {
        return visitor.main()
                .locator(".report-links")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(format));
    }

    private static byte[] bytes(Download saved) throws IOException {
        try (InputStream stream = saved.createReadStream()) {
            return stream.readAllBytes();
        }
    }
}
