package jp.kyosei.ui.browser.importing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.importing.layout.OfficeFile;
import jp.kyosei.ui.browser.Fields;
import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.Visitor;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A clerk of a city brings in files that the product has never seen, from choosing the file until the plan stands with the
 * right figures; seconds and clicks are printed, and few of them are enough. What is typed and chosen in the form of the new plan
 * counts as one click each.
 */
@InBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClerksWalkTest {
    private static final int MOST_CLICKS = 10;
    private static final int MOST_QUESTIONS = 5;
    private static final StringBuilder CARD =
            new StringBuilder("| layout | questions | clicks | seconds |\n|---|---|---|---|\n");

    /** A layout, what its newest actuals are, and what the results must show then. */
    record Walk(String layout, String newest, List<String> figures, String unit) {
        @Override
        public String toString() {
            return layout;
        }
    }

    static Stream<Walk> three_layouts() {
        return Stream.of(
                new Walk("32-book-of-forms", "令和5年度", List.of("21.4", "1,012", "7.4"), "km"),
                new Walk("05b-plan-row-over-actual-row", "令和5年度", List.of("127", "76.8", "203"), "千冊"),
                new Walk("87-cells-with-units-and-years", "令和4年度", List.of("102", "9", "72.5"), "団体"));
    }

    private int clicks;

    @ParameterizedTest
    @MethodSource("three_layouts")
    void a_file_never_seen_becomes_the_right_plan_with_few_clicks(Walk walk, Visitor clerk) {
        OfficeFile file = OfficeFile.of(walk.layout());
        clerk.as(DemonstrationUser.DAISEN).open("owners/daisen/imports");
        clicks = 0;
        long began = System.nanoTime();
        choose(clerk, "計画", "新しい計画として取り込む");
        clerk.main().getByLabel("新しい計画の名称").first().fill("歩く計画 " + walk.layout());
        clicks++;
        choose(clerk, "計画期間のはじめの年度", "令和3年度");
        choose(clerk, "計画期間の終わりの年度", "令和7年度");
        choose(clerk, "いちばん新しい実績の年度", walk.newest());
        clerk.main()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload(file.name(), "application/octet-stream", file.content()));
        clicks++;
        assertThat(clerk.heading()).hasText(file.name());
        clerk.settle();

        Locator open = clerk.main().locator(".import-questions li[data-open=true]");
        int questions = open.count();
        for (int at = 0; at < questions; at++) {
            Locator likely = open.nth(at)
                    .locator("vaadin-radio-button")
                    .filter(new Locator.FilterOptions().setHasText("おそらくこれ"));
            (likely.count() > 0
                            ? likely
                            : open.nth(at).locator("vaadin-radio-button").first())
                    .click();
            clicks++;
        }
        if (questions > 0) {
            click(clerk, "この答えで読み直す");
        }
        click(clerk, "この内容で取り込む");
        assertThat(clerk.main()).containsText("取り込みました。");
        double seconds = (System.nanoTime() - began) / 1e9;

        clerk.main()
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("実績一覧を見る"))
                .click();
        walk.figures().forEach(figure -> assertThat(clerk.main()).containsText(figure));
        assertThat(clerk.main()).containsText(walk.unit());
        CARD.append("| %s | %d | %d | %.1f |%n".formatted(walk.layout(), questions, clicks, seconds));
        Assertions.assertThat(questions).isLessThanOrEqualTo(MOST_QUESTIONS);
        Assertions.assertThat(clicks).isLessThanOrEqualTo(MOST_CLICKS);
    }

    @AfterAll
    void print() {
        System.out.println(CARD);
        try {
            Files.writeString(Path.of("target/clerks-walk.txt"), CARD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void choose(Visitor clerk, String field, String choice) {
        Fields.choose(Fields.named(clerk.main(), field), choice);
        clicks++;
    }

    private void click(Visitor clerk, String button) {
        clerk.main()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .click();
        clicks++;
    }
}
