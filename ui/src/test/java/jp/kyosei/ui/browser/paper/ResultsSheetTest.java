package jp.kyosei.ui.browser.paper;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.Screens;
import jp.kyosei.ui.browser.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@InBrowser
class ResultsSheetTest {
    private static final String VISION_2022 = Screens.RESULTS.path();
    static final String MINE_2023 = "plans/mine-strategy-2/results/2023";

    /** The columns of the vision's sheet of 令和4年度: 0 No., 1 指標, 2 現状, 3 to 6 R1 to R4, 7 推移, and so on. */
    private static final int R1 = 3;

    private static final int R4 = 6;
    private static final int TARGET = 8;
    private static final int PROGRESS = 9;
    private static final int GRADE = 10;

    @ParameterizedTest
    @EnumSource(names = {"SECRETARIAT", "ICHINOSEKI", "HIRAIZUMI", "APPROVER", "IIN"})
    void everybody_of_the_alliance_sees_all_33_indicators_of_the_joint_vision(DemonstrationUser user, Visitor visitor) {
        visitor.as(user).open(VISION_2022);

        assertThat(rows(visitor)).hasCount(33);
        assertThat(visitor.page().locator(".rs-count")).hasText("33 指標");
        assertThat(visitor.page().locator(".current-year")).hasText("令和4年度");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1  | 100     | 100     | 100.0% | A
                    3  | 14      | 15      | 93.3%  | B
                    5  | 10,778  | 27,600  | 39.0%  | D
                    9  | 349,267 | 367,700 | 94.9%  | B
                    21 | 65.1    | 77.0    | 84.6%  | B
                    28 | 19.7    | 1,300   | 1.5%   | D
                    33 | 36      | 40      | 90.0%  | B
                    """)
    void published_figures_and_grades_stand_in_the_sheet(
            String no, String figure, String target, String progress, String grade, Visitor visitor) {
        visitor.as(DemonstrationUser.SECRETARIAT).open(VISION_2022);

        assertThat(cell(visitor, no, R4)).hasText(figure);
        assertThat(cell(visitor, no, TARGET)).hasText(target);
        assertThat(cell(visitor, no, PROGRESS).locator(".rs-percent")).hasText(progress);
        assertThat(cell(visitor, no, GRADE).locator(".grade")).hasText(grade);
    }

    @Test
    void why_a_figure_is_missing_can_be_read_in_its_cell(Visitor visitor) {
        visitor.as(DemonstrationUser.IIN).open(VISION_2022);

        Locator cancelled = cell(visitor, "12", R4);
        assertThat(cancelled.locator(".missing")).hasText("中止");
        cancelled.focus();
        assertThat(cancelled.locator(".rs-bubble")).isVisible();
        assertThat(cancelled.locator(".rs-bubble")).containsText("コロナ");
        assertThat(cell(visitor, "12", R1)).containsText("台風");
        assertThat(cell(visitor, "8", R4).locator(".missing")).isVisible();
        assertThat(cell(visitor, "12", PROGRESS)).containsText("算定なし");
    }

    @Test
    void unfolding_no_2_shows_the_values_of_both_towns_and_how_they_are_judged(Visitor visitor) {
        visitor.as(DemonstrationUser.SECRETARIAT).open(VISION_2022);
        Locator towns = visitor.page().locator("tr.rs-town[data-no='2']");
        assertThat(towns).hasCount(0);

        row(visitor, "2")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("市町ごとの値"))
                .click();

        assertThat(towns).hasCount(2);
        assertThat(towns.nth(0)).containsText("一関市");
        assertThat(towns.nth(0).locator("td[data-column='6']")).hasText("90.4");
        assertThat(towns.nth(0)).containsText("低い方で判定");
        assertThat(towns.nth(1)).containsText("平泉町");
        assertThat(towns.nth(1).locator("td[data-column='6']")).hasText("94.3");
        assertThat(cell(visitor, "2", R4)).hasText("90.4");
    }

    @Test
    void the_sheet_is_narrowed_by_field_grade_town_finding_and_text(Visitor visitor) {
        visitor.as(DemonstrationUser.SECRETARIAT).open(VISION_2022);
        Locator rows = rows(visitor);

        Locator field = choice(visitor, "分野");
        field.selectOption("1");
        assertThat(rows).hasCount(3);
        field.selectOption("");

        Locator grades = visitor.page().locator(".rs-grade-card");
        for (var expected :
                List.of(List.of("A", 3), List.of("B", 11), List.of("C", 7), List.of("D", 8), List.of("その他", 4))) {
            Locator card = grades.filter(new Locator.FilterOptions()
                    .setHas(visitor.page()
                            .locator(".grade")
                            .getByText((String) expected.get(0), new Locator.GetByTextOptions().setExact(true))));
            assertThat(card.locator(".rs-grade-count")).containsText(String.valueOf(expected.get(1)));
            card.click();
            assertThat(rows).hasCount((int) expected.get(1));
            card.click();
        }

        choice(visitor, "市町").selectOption("034029");
        assertThat(visitor.page().locator("tr.rs-town").first()).containsText("平泉町");
        assertThat(visitor.page().locator("tr.rs-town").filter(new Locator.FilterOptions().setHasText("一関市")))
                .hasCount(0);
        visitor.page().locator(".rs-clear").click();
        assertThat(rows).hasCount(33);

        visitor.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("指摘あり"))
                .click();
        assertThat(row(visitor, "17")).isVisible();
        assertThat(row(visitor, "1")).hasCount(0);
        for (Locator row : rows.all()) {
            assertThat(row.locator(".flag").first()).isVisible();
        }
        visitor.page().locator(".rs-clear").click();

        visitor.page().locator(".rs-search").fill("宿泊");
        assertThat(rows).hasCount(3);
        assertThat(visitor.page().locator(".rs-count")).hasText("33 指標のうち 3 指標を表示しています");
        visitor.page().locator(".rs-search").fill("ありえない語");
        assertThat(visitor.page().locator(".rs-empty").first()).containsText("条件に合う指標はありません");
        visitor.page().locator(".rs-empty button").click();
        assertThat(rows).hasCount(33);
    }

    @Test
    void the_slash_key_leads_to_the_search_and_a_number_or_control_k_to_the_indicator(Visitor visitor) {
        visitor.as(DemonstrationUser.SECRETARIAT).open(VISION_2022);
        Page page = visitor.page();
        assertThat(rows(visitor)).hasCount(33);

        page.keyboard().press("/");
        assertThat(page.locator(".rs-search")).isFocused();
        page.keyboard().type("宿泊");
        assertThat(rows(visitor)).hasCount(3);

        page.keyboard().press("Control+k");
        assertThat(page.locator("dialog.rs-jump")).isVisible();
        page.keyboard().type("33");
        page.keyboard().press("Enter");
        assertThat(page.locator("dialog.rs-jump")).isHidden();
        assertThat(row(visitor, "33").locator("th")).isFocused();
        assertThat(row(visitor, "33")).isInViewport();
    }

    @Test
    void arrow_keys_walk_through_the_cells_and_enter_opens_the_indicator(Visitor visitor) {
        visitor.as(DemonstrationUser.SECRETARIAT).open(VISION_2022);
        Page page = visitor.page();
        cell(visitor, "9", R4).click();

        page.keyboard().press("ArrowLeft");
        assertThat(cell(visitor, "9", R4 - 1)).isFocused();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Home");
        page.keyboard().press("ArrowUp");
        assertThat(page.locator("tbody tr:focus-within")).hasCount(1);

        cell(visitor, "9", R4).focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(visitor.at("plans/ichinoseki-hiraizumi-vision-2/indicators/9/2022"));
        assertThat(visitor.heading()).hasText("圏域内の宿泊者数");
    }

    @Test
    void a_click_on_a_head_sorts_the_rows_and_the_third_brings_back_the_plans_order(Visitor visitor) {
        visitor.as(DemonstrationUser.SECRETARIAT).open(VISION_2022);
        Locator head =
                visitor.page().locator(".rs-scroll thead th").filter(new Locator.FilterOptions().setHasText("R4"));
        Locator first = rows(visitor).first();
        assertThat(first).hasAttribute("data-no", "1");

        head.locator("button").click();
        assertThat(head).hasAttribute("aria-sort", "descending");
        assertThat(first).hasAttribute("data-no", "9");
        assertThat(visitor.page().locator("tr.rs-section")).hasCount(0);
        head.locator("button").click();
        assertThat(first).hasAttribute("data-no", Pattern.compile("23|25|31"));
        assertThat(rows(visitor).last().locator(".missing").first()).isVisible();
        head.locator("button").click();
        assertThat(first).hasAttribute("data-no", "1");
        assertThat(head).hasAttribute("aria-sort", "none");
    }

    @Test
    void the_share_of_the_two_best_grades_stands_beside_the_counts(Visitor visitor) {
        visitor.as(DemonstrationUser.SECRETARIAT).open(VISION_2022);

        // 3 A and 11 B of 33, as 一関・平泉 資料No.1 counts them; 13 the year before.
        assertThat(visitor.page().locator(".rs-share")).containsText("A・Bの割合");
        assertThat(visitor.page().locator(".rs-share")).containsText(Pattern.compile("42%\\s*14 / 33（前年 \\d+）"));
        assertThat(visitor.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("資料を作る")))
                .isVisible();
    }

    @Test
    void rows_that_are_copied_are_one_line_each_with_a_cell_for_every_value(Visitor visitor) {
        visitor.as(DemonstrationUser.SECRETARIAT).open(VISION_2022);
        assertThat(rows(visitor)).hasCount(33);

        Object copied = visitor.page().evaluate("""
                () => {
                  const rows = [...document.querySelectorAll('tr.rs-row')];
                  const chosen = document.createRange();
                  chosen.setStartBefore(rows[8].firstElementChild);
                  chosen.setEndAfter(rows[9].lastElementChild);
                  getSelection().removeAllRanges();
                  getSelection().addRange(chosen);
                  const clipboard = new DataTransfer();
                  rows[8].dispatchEvent(
                    new ClipboardEvent('copy', { clipboardData: clipboard, bubbles: true, cancelable: true }));
                  return clipboard.getData('text/plain');
                }""");

        List<String> lines = copied.toString().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(List.of(lines.get(1).split("\t")))
                .startsWith("9", "圏域内の宿泊者数", "人", "358,232")
                .contains("349,267", "367,700", "94.9%", "73,352", "B");
        assertThat(lines.get(2)).startsWith("10\t");
    }

    @Test
    void the_year_is_switched_and_stands_in_the_address(Visitor visitor) {
        visitor.as(DemonstrationUser.SECRETARIAT).open(VISION_2022);

        visitor.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("令和3年度を見る"))
                .click();

        assertThat(visitor.page()).hasURL(visitor.at("plans/ichinoseki-hiraizumi-vision-2/results/2021"));
        assertThat(visitor.page().locator(".current-year")).hasText("令和3年度");
        assertThat(row(visitor, "17").locator(".grade")).hasText("D");
        assertThat(row(visitor, "19").locator(".grade")).hasText("C");
        visitor.page().goBack();
        assertThat(visitor.page().locator(".current-year")).hasText("令和4年度");
    }

    @Test
    void a_finding_is_confirmed_in_the_row_where_it_is_read(Visitor visitor) {
        visitor.as(DemonstrationUser.SECRETARIAT).open(VISION_2022);
        Locator flag = visitor.page().locator(".rs-confirm").last();
        String no = flag.evaluate("(flag) => flag.closest('tr').dataset.no").toString();
        Locator row = visitor.page().locator("tr[data-no='%s']".formatted(no));
        int confirmed = row.locator(".flag.confirmed").count();
        flag.click();
        Locator question = visitor.page().locator(".ask-box");
        assertThat(question).containsText("No.%s ".formatted(no));
        question.locator("textarea, input").first().fill("担当課に確かめた");
        question.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("確認する"))
                .click();

        assertThat(visitor.page().locator(".said")).containsText("確認を記録しました");
        assertThat(row.locator(".flag.confirmed")).hasCount(confirmed + 1);

        visitor.as(DemonstrationUser.HIRAIZUMI).open(VISION_2022);
        assertThat(visitor.page().locator(".rs-confirm")).hasCount(0);
    }

    @Test
    void the_plan_of_mine_city_is_judged_by_its_own_rules(Visitor visitor) {
        visitor.as(DemonstrationUser.MINE_STAFF).open(MINE_2023);

        assertThat(rows(visitor)).hasCount(56);
        Locator grades = visitor.page().locator(".rs-grade-card .grade");
        assertThat(grades.first()).isVisible();
        assertThat(grades.allInnerTexts()).startsWith("目標達成", "改善↑", "現状維持", "未達成↓");
        // 1-0-2 年間商品販売額: 22,718 of 39,582 = 57.4 %, the figure of R3 carried forward
        assertThat(row(visitor, "1-0-2")).containsText("22,718");
        assertThat(row(visitor, "1-0-2")).containsText("57.4%");
        assertThat(row(visitor, "1-0-2").locator(".grade")).hasText("未達成↓");
        assertThat(row(visitor, "1-0-2").locator(".rs-reference").first()).isVisible();
    }

    static Locator rows(Visitor visitor) {
        return visitor.page().locator("tr.rs-row");
    }

    static Locator row(Visitor visitor, String no) {
        return visitor.page().locator("tr.rs-row[data-no='%s']".formatted(no));
    }

    private static Locator cell(Visitor visitor, String no, int column) {
        return row(visitor, no).locator("[data-column='%d']".formatted(column));
    }

    private static Locator choice(Visitor visitor, String label) {
        return visitor.page()
                .locator("label.rs-choice")
                .filter(new Locator.FilterOptions().setHasText(label))
                .locator("select");
    }
}
