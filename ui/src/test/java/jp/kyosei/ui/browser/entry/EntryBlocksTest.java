package jp.kyosei.ui.browser.entry;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.Visitor;
import org.junit.jupiter.api.Test;

/** Blocks pasted from a workbook. */
@InBrowser
class EntryBlocksTest extends EntryMatrixCase {
    @Test
    void twenty_rows_of_three_columns_go_in_from_the_focused_cell_and_out_by_one_undo(Visitor visitor) {
        open(visitor);
        filter(visitor, "すべて").click();
        paste(visitor, 1, VALUE, rows(1, 20, no -> "%d\tH28\t注%d".formatted(2000 + no, no)));

        assertThat(box(visitor)).isFocused();
        assertThat(box(visitor)).containsText("20 行のうち 19 行を読み取りました。");
        assertThat(box(visitor)).containsText("1 行は変更できません");
        assertThat(cell(visitor, 1, VALUE)).hasValue("");

        button(visitor, "19 行を入れる").click();
        assertThat(box(visitor)).hasCount(0);
        assertThat(cell(visitor, 1, VALUE)).isFocused();
        assertThat(save(visitor, 20)).hasText("保存済");
        assertThat(cell(visitor, 20, VALUE)).hasValue("2020");
        assertThat(cell(visitor, 20, YEAR)).hasValue("H28");
        assertThat(cell(visitor, 20, NOTE)).hasValue("注20");

        press(visitor, "Control+z");
        assertThat(cell(visitor, 20, VALUE)).hasValue("");
        assertThat(cell(visitor, 1, NOTE)).hasValue("");
        assertThat(cell(visitor, 15, VALUE)).hasValue("41");
        assertThat(row(visitor, 20).locator(".em-tone")).hasText("未入力");
    }

    @Test
    void a_block_with_numbers_finds_its_rows_wherever_it_is_pasted(Visitor visitor) {
        open(visitor);
        String block = "No.\t指標\tR4 実績\tR5 実績\t備考\r\n"
                + "９\t圏域内の宿泊者数\t349,267\t361,234\t\"二行の\n\"\"注\"\"\"\r\n"
                + "11\t別の名前\t1\t1,452\t\r\n"
                + "98\t知らない指標\t1\t7\t\r\n"
                + "12\t\t1\t約千\t\r\n";
        paste(visitor, 1, VALUE, block);

        // No.11 stands under another name there, No.12 under none: whether the number is meant is asked.
        assertThat(box(visitor)).containsText("4 行のうち 1 行を読み取りました。");
        assertThat(box(visitor)).containsText("2 行は番号は合いますが、名前が合いません（No.11 ← 「11 別の名前」、No.12 ← 「12」）");
        visitor.page().getByLabel("名前が合わなくても、番号の合う行に入れる").check();
        assertThat(box(visitor)).containsText("4 行のうち 2 行を読み取りました。");
        assertThat(box(visitor)).containsText("1 行は指標が見つかりません");
        visitor.page().getByText("行ごとに見る").click();
        assertThat(box(visitor).locator("tbody tr").nth(0)).containsText("361,234");
        assertThat(box(visitor).locator("tbody tr").nth(2)).containsText("98 知らない指標");
        assertThat(box(visitor).locator("tbody tr").nth(3)).containsText("数として読み取れません");

        button(visitor, "2 行を入れる").click();
        assertThat(cell(visitor, 9, VALUE)).hasValue("361,234");
        assertThat(cell(visitor, 9, NOTE)).hasValue("二行の \"注\"");
        assertThat(cell(visitor, 11, VALUE)).hasValue("1,452");
        assertThat(cell(visitor, 1, VALUE)).hasValue("");
    }

    @Test
    void small_figures_before_years_are_not_taken_for_numbers_of_indicators(Visitor visitor) {
        open(visitor);
        paste(visitor, 6, VALUE, "3\tH28\n4\tR元\n");

        assertThat(box(visitor)).containsText("2 行のうち 2 行を読み取りました。");
        button(visitor, "2 行を入れる").click();
        assertThat(cell(visitor, 6, VALUE)).hasValue("3");
        assertThat(cell(visitor, 7, YEAR)).hasValue("R元");
        assertThat(cell(visitor, 3, VALUE)).hasValue("");
    }

    @Test
    void a_name_is_found_behind_other_columns_and_must_not_contradict_its_number(Visitor visitor) {
        open(visitor);
        paste(visitor, 1, NOTE, """
                9\t観光\t圏域内の 宿泊者数\t人\t361,234
                2\t観光\t指標その２（延べ人数）\t人\t2
                4\t観光\t指標その３（延べ人数）\t人\t3
                """);

        assertThat(box(visitor)).containsText("3 行のうち 2 行を読み取りました。");
        visitor.page().getByText("行ごとに見る").click();
        assertThat(box(visitor).locator("tbody tr").nth(2)).containsText("番号と名前が別の指標です");
        button(visitor, "2 行を入れる").click();
        assertThat(cell(visitor, 9, VALUE)).hasValue("361,234");
        assertThat(cell(visitor, 2, VALUE)).hasValue("2");
    }

    @Test
    void a_paste_can_be_cancelled_and_a_single_value_needs_no_question(Visitor visitor) {
        open(visitor);
        paste(visitor, 1, VALUE, "1\n2\n");
        assertThat(box(visitor)).isFocused();
        press(visitor, "Escape");
        assertThat(box(visitor)).hasCount(0);
        assertThat(cell(visitor, 1, VALUE)).isFocused();
        assertThat(cell(visitor, 1, VALUE)).hasValue("");

        paste(visitor, 2, VALUE, "77\r\n");
        assertThat(box(visitor)).hasCount(0);
    }

    private static String rows(int first, int last, IntFunction<String> row) {
        return IntStream.rangeClosed(first, last).mapToObj(row).collect(Collectors.joining("\n"));
    }
}
