package jp.kyosei.ui.browser.entry;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.kyosei.ui.browser.entry.EntrySample.NOTE;
import static jp.kyosei.ui.browser.entry.EntrySample.VALUE;
import static jp.kyosei.ui.browser.entry.EntrySample.YEAR;

import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.Visitor;
import org.junit.jupiter.api.Test;

/** A new figure typed over an old one replaces the whole cell; the note or the year alone keeps its figure. */
@InBrowser
class RetypingTest {
    @Test
    void a_figure_typed_over_a_reason_leaves_no_words_of_it(Visitor visitor) {
        EntrySample sample = EntrySample.openFilled(visitor);
        sample.type(2, VALUE, "401,000");

        assertThat(sample.row(2).locator(".em-left-behind")).hasText("前の値の注「コロナのため中止」を消しました（Ctrl+Zで戻せます）");
        sample.isSaved(2).press("Enter").has(2, "401,000", "", "").reload().has(2, "401,000", "", "");
    }

    @Test
    void a_reason_typed_over_a_figure_of_another_year_is_taken(Visitor visitor) {
        EntrySample sample = EntrySample.openFilled(visitor);
        sample.type(3, VALUE, "中止").press("Enter");

        sample.isSaved(3).has(3, "中止", "", "").reload().has(3, "中止", "", "");
    }

    @Test
    void the_note_or_the_year_alone_keeps_the_figure(Visitor visitor) {
        EntrySample sample = EntrySample.openFilled(visitor);
        sample.type(3, NOTE, "確定値").press("Enter");
        sample.isSaved(3).has(3, "38,806", "H28", "確定値");

        sample.type(3, YEAR, "H29").press("Enter");
        sample.has(3, "38,806", "H29", "確定値");
        sample.type(2, NOTE, "台風のため").press("Enter");
        sample.isSaved(2).reload().has(2, "中止", "", "台風のため").has(3, "38,806", "H29", "確定値");
    }

    @Test
    void what_was_typed_with_the_new_figure_stays_whatever_came_first(Visitor visitor) {
        EntrySample sample = EntrySample.openFilled(visitor);
        sample.type(3, NOTE, "確定値").type(3, VALUE, "39,000");
        sample.has(3, "39,000", "", "確定値");

        sample.type(2, VALUE, "7").press("Tab").press("Tab");
        visitor.page().keyboard().type("速報値");
        sample.isSaved(2).type(2, VALUE, "8");
        sample.has(2, "8", "", "速報値");
        // Back at the row later on, it is a new entry again.
        sample.press("Enter").type(2, VALUE, "9").has(2, "9", "", "");
    }

    @Test
    void emptying_the_figure_empties_the_cell_and_undo_brings_all_of_it_back(Visitor visitor) {
        EntrySample sample = EntrySample.openFilled(visitor);
        sample.cell(3, VALUE).focus();
        sample.cell(3, VALUE).selectText();
        sample.press("Delete").press("Enter").isSaved(3).has(3, "", "", "");

        sample.press("Control+z").has(3, "38,806", "H28", "推計").isSaved(3);
        sample.press("Control+y").has(3, "", "", "");
        sample.press("Control+z").isSaved(3).reload().has(3, "38,806", "H28", "推計");
    }

    @Test
    void escape_and_the_same_figure_again_bring_back_what_stood_beside_it(Visitor visitor) {
        EntrySample sample = EntrySample.openFilled(visitor);
        sample.type(3, VALUE, "5").has(3, "5", "", "").press("Escape").has(3, "38,806", "H28", "推計");

        sample.type(3, VALUE, "38806").has(3, "38806", "H28", "推計");
        assertThat(sample.row(3).locator(".em-left-behind")).hasCount(0);
    }

    @Test
    void a_note_that_waits_for_its_figure_stays_with_it(Visitor visitor) {
        EntrySample sample = EntrySample.open(visitor);
        sample.type(1, NOTE, "速報値").press("Enter");
        assertThat(sample.cell(2, NOTE)).isFocused();

        sample.type(1, VALUE, "300").press("Enter").isSaved(1).has(1, "300", "", "速報値");
    }
}
