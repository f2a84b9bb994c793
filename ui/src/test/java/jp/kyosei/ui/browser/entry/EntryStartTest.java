package jp.kyosei.ui.browser.entry;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.regex.Pattern;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.Screens;
import jp.kyosei.ui.browser.Visitor;
import org.junit.jupiter.api.Test;

/** How a clerk's table looks when it is opened, and what is chosen instead of typed. */
@InBrowser
class EntryStartTest {
    private static final String SHEET = "plans/ichinoseki-hiraizumi-vision-2/collection/2023/entry/034029";

    @Test
    void the_table_begins_at_the_first_cell_that_is_open(Visitor visitor) {
        EntrySample sample = EntrySample.open(visitor);

        assertThat(sample.cell(1, EntrySample.VALUE)).isFocused();
        // Opening a sheet is no sign to others that somebody types.
        assertThat(visitor.page().locator("#selected")).not().containsText("No.1 を選びました");
    }

    @Test
    void a_reason_is_chosen_from_a_list_that_the_keyboard_opens_and_is_stored_like_a_typed_one(Visitor visitor) {
        EntrySample sample = EntrySample.open(visitor);
        Locator reasons = visitor.page().locator("select[data-reasons='2']");
        assertThat(reasons).hasAccessibleName(Pattern.compile("No\\.2 .*実績がない理由を選ぶ"));

        sample.cell(2, EntrySample.VALUE).focus();
        sample.press("Alt+ArrowDown");
        assertThat(reasons).isFocused();
        reasons.selectOption(new SelectOption().setLabel("中止"));

        assertThat(sample.cell(2, EntrySample.VALUE)).hasValue("中止");
        assertThat(sample.cell(2, EntrySample.VALUE)).isFocused();
        assertThat(visitor.page().locator("tr.em-row[data-no='2'] .em-save")).hasText("保存済");
        sample.cell(1, EntrySample.VALUE).focus();
        sample.press("Control+z");
        assertThat(sample.cell(2, EntrySample.VALUE)).hasValue("");
    }

    @Test
    void year_and_note_are_narrow_until_one_of_the_rows_uses_them(Visitor visitor) {
        visitor.page().setViewportSize(1440, 900);
        EntrySample sample = EntrySample.open(visitor);
        double note = width(visitor, "thead .em-note");
        assertThat(width(visitor, "thead .em-value")).isGreaterThan(1.5 * note);

        sample.type(3, EntrySample.NOTE, "速報値").press("Enter");

        assertThat(width(visitor, "thead .em-note")).isGreaterThan(1.5 * note);
    }

    @Test
    void the_table_begins_within_the_first_screen_also_at_two_hundred_percent(Visitor visitor) {
        visitor.page().setViewportSize(720, 450);
        visitor.as(DemonstrationUser.HIRAIZUMI).open(SHEET);
        assertThat(visitor.page().locator("tr.em-row").first()).isVisible();
        visitor.page().evaluate("window.scrollTo(0, 0)");

        Object top = visitor.page().evaluate("document.querySelector('.em-table').getBoundingClientRect().top");
        visitor.page()
                .screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "entry-200.png")));
        assertThat(((Number) top).doubleValue()).isLessThan(400);
    }

    @Test
    void what_is_clicked_without_a_connection_is_said_and_does_not_happen_later(Visitor visitor) {
        visitor.as(DemonstrationUser.HIRAIZUMI).open(Screens.RESULTS.path());
        String here = visitor.page().url();
        visitor.context().setOffline(true);
        visitor.page().locator(".plan-tabs a").last().click();

        assertThat(visitor.page().locator(".offline-notice")).containsText("つながっていないため");
        visitor.context().setOffline(false);
        // A round trip of its own: had the click been kept, it would have gone along.
        visitor.page().locator(".plan-tabs a").nth(1).click();
        assertThat(visitor.heading()).hasText("結果の概要");
        assertThat(visitor.page().url()).isNotEqualTo(here);
        assertThat(visitor.page().locator(".plan-tabs a").last()).not().hasAttribute("aria-current", "page");
    }

    private static double width(Visitor visitor, String selector) {
        return visitor.page().locator(selector).boundingBox().width;
    }
}
