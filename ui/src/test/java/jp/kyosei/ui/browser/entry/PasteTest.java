package jp.kyosei.ui.browser.entry;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.kyosei.ui.browser.entry.EntrySample.NOTE;
import static jp.kyosei.ui.browser.entry.EntrySample.VALUE;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import jp.kyosei.ui.browser.Barriers;
import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.Visitor;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a pasted block does to a table in which something stands: nothing that was not shown first. */
@InBrowser
class PasteTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // 貼り付けるもの（⏎ 改行、→ タブ） | どのセルから | 入る行=値
                "1⏎⏎3⏎                         | 6 | 6=1 8=3",
                "1⏎⏎⏎4⏎⏎⏎                     | 6 | 6=1 9=4",
                "⏎2⏎                            | 6 | 7=2",
                "⏎⏎3⏎4                          | 6 | 8=3 9=4",
                "1↵↵3↵                           | 6 | 6=1 8=3",
                "101→H28→注⏎→→⏎103→→⏎       | 6 | 6=101 8=103",
                "101→→⏎→→注だけ⏎103→→⏎       | 6 | 6=101 8=103",
                "R5 実績⏎⏎7⏎                    | 6 | 7=7",
                "平泉町⏎R5 実績⏎6⏎7⏎            | 6 | 6=6 7=7",
                "R5 実績→備考⏎6→\"二行の⏎注\"⏎→⏎8→⏎ | 6 | 6=6 8=8",
                "R4 実績→R5 実績⏎1→6⏎→7⏎        | 6 | 6=6 7=7",
                "目標→R5 実績→備考⏎9→→⏎9→7→注⏎ | 6 | 7=7",
                "令和5年度→→令和6年度→⏎目標→実績→目標→実績⏎1→6→2→9⏎1→7→2→9⏎ | 6 | 6=6 7=7",
            })
    void a_blank_row_keeps_its_place_and_moves_nothing_up(String block, int from, String expected, Visitor visitor) {
        EntrySample sample = EntrySample.open(visitor);
        sample.paste(from, VALUE, text(block));
        sample.button("行を入れる").click();

        for (int no = 6; no <= 10; no++) {
            assertThat(sample.cell(no, VALUE)).hasValue(valueOf(no, expected));
        }
    }

    @Test
    void a_text_that_speaks_of_results_is_no_heading_and_keeps_its_row(Visitor visitor) {
        EntrySample sample = EntrySample.open(visitor);
        sample.paste(6, NOTE, "実績なし\n指標の見直しによる\n速報値\n");

        assertThat(sample.box()).containsText("3 行のうち 3 行を読み取りました。");
        sample.button("3 行を入れる").click();
        assertThat(sample.cell(6, NOTE)).hasValue("実績なし");
        assertThat(sample.cell(8, NOTE)).hasValue("速報値");
    }

    @Test
    void blank_cells_leave_what_stands_there_and_clear_it_only_when_asked(Visitor visitor) {
        EntrySample sample = EntrySample.openFilled(visitor);
        sample.paste(1, VALUE, "1,000\r\n\r\n\r\n13,000\r\n");

        assertThat(sample.box()).containsText("貼り付けの確認（平泉町の令和5年度の実績）");
        assertThat(sample.box()).containsText("4 行のうち 2 行を読み取りました。");
        assertThat(sample.box()).containsText("2 行は空欄なので、今の値のままにします（No.2、No.3）");
        assertThat(replaced(sample)).hasCount(1);
        assertThat(replaced(sample)).containsText("12,804");
        assertThat(replaced(sample)).containsText("13,000");
        sample.button("2 行を入れる").click();
        sample.has(1, "1,000", "", "")
                .has(2, "中止", "", "コロナのため中止")
                .has(3, "38,806", "H28", "推計")
                .has(4, "13,000", "", "");

        sample.paste(1, VALUE, "1,000\n\n\n13,000\n");
        assertThat(sample.box()).containsText("2 行は今の値と同じです");
        sample.choice("空欄のセルで、今の値を消す（2 行：No.2 中止　注：コロナのため中止、No.3 38,806（H28）　注：推計）")
                .check();
        assertThat(replaced(sample)).hasCount(2);
        assertThat(replaced(sample).first()).containsText("空欄");
        sample.button("2 行を入れる").click();
        sample.has(2, "", "", "").has(3, "", "", "").isSaved(3);
        sample.press("Control+z");
        sample.has(2, "中止", "", "コロナのため中止").has(3, "38,806", "H28", "推計");
    }

    @Test
    void a_blank_beside_a_name_clears_nothing(Visitor visitor) {
        EntrySample sample = EntrySample.openFilled(visitor);
        sample.paste(1, VALUE, """
                指標\tR5 実績\t備考
                指標その２（延べ人数）\t\t
                指標その３（延べ人数）\t\t確定値
                指標その６（延べ人数）\t6\t
                """);

        assertThat(sample.box()).containsText("3 行のうち 2 行を読み取りました。");
        assertThat(sample.box()).containsText("見出しの 1 行は入れません");
        sample.button("2 行を入れる").click();
        // A note alone keeps its figure.
        sample.has(2, "中止", "", "コロナのため中止").has(3, "38,806", "H28", "確定値").has(6, "6", "", "");
    }

    @Test
    void a_pasted_figure_replaces_the_whole_cell_and_the_preview_says_so(Visitor visitor) {
        EntrySample sample = EntrySample.openFilled(visitor);
        sample.paste(2, VALUE, "401,000\n38806\n");

        assertThat(replaced(sample)).hasCount(1);
        assertThat(replaced(sample)).containsText("中止　注：コロナのため中止");
        assertThat(replaced(sample)).containsText("401,000");
        sample.button("1 行を入れる").click();
        // The same figure once more is no new entry.
        sample.has(2, "401,000", "", "").has(3, "38,806", "H28", "推計");
    }

    @Test
    void a_column_of_small_numbers_is_never_taken_for_numbers_of_indicators(Visitor visitor) {
        EntrySample sample = EntrySample.openFilled(visitor);
        sample.paste(6, VALUE, "2\n3\n4\n");

        sample.button("3 行を入れる").click();
        sample.has(6, "2", "", "").has(7, "3", "", "").has(8, "4", "", "");
        sample.has(2, "中止", "", "コロナのため中止").has(4, "12,804", "", "");
    }

    @Test
    void whether_numbers_without_names_are_numbers_of_indicators_is_asked(Visitor visitor) {
        EntrySample sample = EntrySample.openFilled(visitor);
        sample.paste(6, VALUE, "2\t\n3\t\n4\t5\n");

        assertThat(sample.box()).containsText("数字の列「2、3、4」は何ですか。");
        assertThat(sample.button("行を入れる")).hasCount(0);
        sample.choice("実績の値です。").check();
        sample.button("3 行を入れる").waitFor();
        sample.choice("指標の番号です。").check();
        assertThat(sample.box()).containsText("2 行は空欄なので、今の値のままにします（No.2、No.3）");
        assertThat(replaced(sample)).containsText("12,804");
        sample.button("1 行を入れる").click();
        sample.has(2, "中止", "", "コロナのため中止").has(3, "38,806", "H28", "推計").has(4, "5", "", "");
        assertThat(sample.cell(6, VALUE)).hasValue("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "指標→R4 実績⏎指標その６（延べ人数）→7⏎ | 見出しに R5 の実績の列がありません",
                "指標→R5 実績→R5 実績⏎指標その６（延べ人数）→7→8⏎ | R5 の実績が 2 列あり",
                "No.→指標→R5 実績⏎98→知らない指標→7⏎99→別の指標→8⏎ | 2 行は指標が見つかりません（「98 知らない指標」、「99 別の指標」）",
                "指標その６（延べ人数）→6⏎指標その６（延べ人数）→7⏎ | 同じ指標の行がいくつかあります",
                "1⏎2⏎3⏎4⏎ | 2 行は入れられません（「3」、「4」：表の行が足りません）",
            })
    void what_is_left_out_is_named_with_its_reason(String block, String words, Visitor visitor) {
        EntrySample sample = EntrySample.open(visitor);
        visitor.page()
                .locator(".em-filter", new Page.LocatorOptions().setHasText("すべて"))
                .click();
        sample.paste(23, VALUE, text(block));

        assertThat(sample.box()).containsText(words);
    }

    @Test
    void a_row_that_somebody_changed_after_the_preview_is_shown_again_first(Visitor visitor) {
        EntrySample sample = EntrySample.open(visitor);
        sample.paste(8, VALUE, "8\n361,234\n");
        assertThat(sample.box()).isFocused();
        visitor.page().evaluate("document.getElementById('shown').click()");
        assertThat(sample.cell(9, VALUE)).hasValue("361,000");

        sample.button("2 行を入れる").click();
        assertThat(sample.box()).isVisible();
        assertThat(replaced(sample)).containsText("361,000");
        assertThat(sample.cell(8, VALUE)).hasValue("");
        sample.button("2 行を入れる").click();
        assertThat(sample.cell(9, VALUE)).hasValue("361,234");
    }

    @Test
    void undo_leaves_what_somebody_else_has_changed_since(Visitor visitor) {
        EntrySample sample = EntrySample.open(visitor);
        sample.paste(8, VALUE, "8\n9\n");
        sample.button("2 行を入れる").click();
        sample.isSaved(9);
        visitor.page().evaluate("document.getElementById('shown').click()");
        assertThat(sample.cell(9, VALUE)).hasValue("361,000");

        sample.cell(8, VALUE).focus();
        sample.press("Control+z");
        assertThat(sample.cell(8, VALUE)).hasValue("");
        assertThat(sample.cell(9, VALUE)).hasValue("361,000");
        assertThat(sample.row(9).locator(".em-changed")).hasText("ほかの人が変更しました");
    }

    @Test
    void one_figure_pasted_into_a_cell_takes_the_place_of_what_stood_there(Visitor visitor) {
        EntrySample sample = EntrySample.openFilled(visitor);
        visitor.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        visitor.page().evaluate("navigator.clipboard.writeText('200\\r\\n')");
        sample.cell(1, VALUE).focus();
        sample.press("ArrowDown").press("ArrowDown").press("ArrowDown").press("Control+v");

        sample.has(4, "200", "", "");
    }

    @Test
    void a_block_that_is_dropped_is_asked_about_like_one_that_is_pasted(Visitor visitor) {
        EntrySample sample = EntrySample.openFilled(visitor);
        sample.cell(2, VALUE).evaluate("""
                (input) => {
                  const dataTransfer = new DataTransfer();
                  dataTransfer.setData('text/plain', '1\\n\\n3\\n');
                  input.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
                }
                """);
        assertThat(sample.box()).containsText("3 行のうち 2 行を読み取りました。");
        sample.button("2 行を入れる").click();
        sample.has(2, "1", "", "").has(3, "38,806", "H28", "推計").has(4, "3", "", "");
    }

    @ParameterizedTest
    @ValueSource(ints = {Visitor.DESK_WIDTH, 820, 720})
    void the_question_is_free_of_grave_faults_and_fits_the_page(int width, Visitor visitor) {
        EntrySample sample = EntrySample.openFilled(visitor.width(width));
        if (width == 720) {
            visitor.page().setViewportSize(720, 450);
        }
        sample.paste(1, VALUE, "R5 実績\t備考\n1,000\t\n401,000\t速報値\n\t\n13,000\t\n5\t\n約千\t\n");
        assertThat(sample.box()).isFocused();
        sample.choice("空欄のセルで、今の値を消す").check();
        assertThat(replaced(sample)).hasCount(3);
        visitor.takePicture(Path.of("target", "screenshots", "paste-" + width + ".png"));
        Assertions.assertThat(Barriers.graveViolations(visitor.page())).isEmpty();
        Assertions.assertThat(Barriers.sidewaysScroll(visitor.page())).isEmpty();

        sample.press("Escape");
        sample.paste(6, VALUE, "2\t10\n3\t20\n4\t30\n");
        assertThat(sample.box()).containsText("数字の列");
        visitor.takePicture(Path.of("target", "screenshots", "paste-question-" + width + ".png"));
        Assertions.assertThat(Barriers.graveViolations(visitor.page())).isEmpty();
    }

    private static Locator replaced(EntrySample sample) {
        return sample.box().locator(".em-paste-replaced tbody tr");
    }

    private static String text(String block) {
        return block.strip().replace("⏎", "\r\n").replace("↵", "\n").replace("→", "\t");
    }

    private static String valueOf(int no, String expected) {
        for (String each : expected.split(" ", -1)) {
            if (each.startsWith(no + "=")) {
                return each.substring(each.indexOf('=') + 1);
            }
        }
        return "";
    }
}
