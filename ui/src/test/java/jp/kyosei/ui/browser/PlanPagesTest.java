package jp.kyosei.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.PublishedSheet;
import org.junit.jupiter.api.Test;

@InBrowser
class PlanPagesTest {
    private static final String VISION = "plans/ichinoseki-hiraizumi-vision-2";

    @Test
    void an_indicators_page_shows_its_figures_its_chart_with_the_table_behind_it_and_the_grade(Visitor visitor) {
        visitor.as(DemonstrationUser.IIN).open(VISION + "/indicators/9/2022");

        assertThat(visitor.heading()).hasText("圏域内の宿泊者数");
        assertThat(visitor.main().locator(".headline")).hasText("349,267 人");
        assertThat(visitor.main().locator(".verdict .grade")).hasText("B");
        assertThat(visitor.main().locator(".verdict")).containsText("367,700");
        assertThat(visitor.main().locator(".target-chart svg")).isVisible();
        Locator table = visitor.main().locator("table.figures").first();
        assertThat(table.locator("tbody tr")).hasCount(4);
        assertThat(table.locator("tbody tr.current")).containsText("349,267");
        assertThat(table.locator("caption")).containsText("人");
    }

    @Test
    void the_narratives_stand_under_the_towns_that_wrote_them(Visitor visitor) {
        visitor.as(DemonstrationUser.IIN).open(VISION + "/indicators/2/2022");

        Locator narratives = visitor.main().locator(".narrative");
        assertThat(narratives.first()).isVisible();
        assertThat(narratives.locator(".whose").allInnerTexts()).contains("一関市", "平泉町");
        assertThat(narratives.filter(new Locator.FilterOptions().setHasText("オミクロン株")))
                .containsText("進捗状況・成果");
        assertThat(visitor.main()).containsText("まとめ方：低い方で判定");
    }

    @Test
    void previous_and_next_lead_through_the_plan_and_stop_at_its_ends(Visitor visitor) {
        visitor.as(DemonstrationUser.IIN).open(VISION + "/indicators/1/2022");
        assertThat(visitor.main().locator(".neighbours .place")).hasText("1 / 33");
        assertThat(link(visitor, "前の指標")).hasCount(0);

        link(visitor, "次の指標").click();
        assertThat(visitor.page()).hasURL(visitor.at(VISION + "/indicators/2/2022"));
        assertThat(visitor.heading()).hasText("ワクチン接種率");
        link(visitor, "前の指標").click();
        assertThat(visitor.heading()).hasText("休日及び夜間に対する診療の充足率");

        visitor.open(VISION + "/indicators/33/2022");
        assertThat(link(visitor, "次の指標")).hasCount(0);
        link(visitor, "実績一覧").first().click();
        assertThat(visitor.page()).hasURL(visitor.at(VISION + "/results/2022"));
    }

    @Test
    void only_the_secretariat_reads_the_history_of_changes(Visitor secretariat, Visitor member) {
        secretariat.as(DemonstrationUser.SECRETARIAT).open(VISION + "/indicators/9/2022");
        assertThat(secretariat.main().getByRole(AriaRole.HEADING, named("変更の履歴")))
                .isVisible();

        member.as(DemonstrationUser.IIN).open(VISION + "/indicators/9/2022");
        assertThat(member.main().getByRole(AriaRole.HEADING, named("変更の履歴"))).hasCount(0);
        assertThat(member.main()).not().containsText("計画の取込");
    }

    @Test
    void the_history_is_narrowed_by_what_is_chosen_and_the_choice_stands_in_the_address(Visitor visitor) {
        visitor.as(DemonstrationUser.MINE).open("plans/mine-strategy-2/history");
        Fields.choose(Fields.named(visitor.main(), "種類"), "取込");
        assertThat(visitor.page()).hasURL(visitor.at("plans/mine-strategy-2/history?matter=IMPORTS"));
        assertThat(visitor.main()).not().containsText("実績の入力");
        Fields.choose(Fields.named(visitor.main(), "種類"), "実績");
        assertThat(visitor.main()).containsText("R5 美祢市");
        assertThat(visitor.main().locator("table")).not().containsText("352136");
        Fields.chooseWith(Fields.named(visitor.main(), "指標"), "No.1-1-1-1 ");
        assertThat(visitor.page()).hasURL(visitor.at("plans/mine-strategy-2/history?indicator=1-1-1-1&matter=FIGURES"));
        assertThat(visitor.main().locator("table")).not().containsText("No.1-1-1-2");
        Fields.named(visitor.main(), "この日まで").fill("H1.4.1");
        visitor.page().keyboard().press("Enter");
        assertThat(visitor.main()).containsText("この条件に当てはまる変更はありません。");
        visitor.main().getByText("絞り込みをやめる").click();
        assertThat(visitor.page()).hasURL(visitor.at("plans/mine-strategy-2/history"));
    }

    @Test
    void the_operator_reads_what_was_changed_of_the_service(Visitor operator, Visitor other) {
        operator.as(DemonstrationUser.OPERATOR).open("");
        link(operator, "サービスの履歴").click();
        assertThat(operator.heading()).hasText("サービスの履歴");
        assertThat(operator.main()).containsText("利用者の登録");
        other.as(DemonstrationUser.MINE).open("service/history");
        assertThat(other.heading()).hasText("ページが見つかりません");
    }

    @Test
    void the_history_of_an_owner_is_told_in_words_to_its_secretariat_alone(Visitor secretariat, Visitor member) {
        secretariat.as(DemonstrationUser.MINE).open("plans/mine-strategy-2/history");
        link(secretariat, "団体の履歴").click();
        assertThat(secretariat.heading()).hasText("団体の履歴");
        assertThat(secretariat.main()).containsText("団体の開設");
        assertThat(secretariat.main()).containsText("権限：団体管理者");
        assertThat(secretariat.main()).containsText("評価の決まり：（進捗率：");
        assertThat(secretariat.main())
                .not()
                .containsText(Pattern.compile("[A-Z]{3,}_[A-Z]+|plainFormula|departmentCode"));

        member.as(DemonstrationUser.MINE_STAFF).open("owners/mine/history");
        assertThat(member.heading()).hasText("この画面は開けません");
        assertThat(member.main()).not().containsText("団体の開設");
    }

    @Test
    void the_summary_counts_as_published_beside_last_year_and_names_what_is_not_known(Visitor visitor) {
        visitor.as(DemonstrationUser.SECRETARIAT).open(VISION + "/summary/2022");

        Map<String, String> counts = new HashMap<>();
        Map<String, String> previous = new HashMap<>();
        assertThat(visitor.main().locator(".grade-card")).hasCount(5);
        for (Locator card : visitor.main().locator(".grade-card").all()) {
            String label = card.locator(".grade").innerText();
            counts.put(label, card.locator(".count").innerText());
            previous.put(label, card.locator(".previous").innerText());
        }
        assertThat(counts).isEqualTo(Map.of("A", "3", "B", "11", "C", "7", "D", "8", "その他", "4"));
        assertThat(previous).isEqualTo(previousYearByTheRules());

        Locator bySection = visitor.main().locator("table.figures").nth(1);
        assertThat(bySection.locator("tbody tr.level-1")).hasCount(10);
        assertThat(bySection.locator("tbody tr.level-1").first()).containsText("医療");
        assertThat(visitor.main().getByText("進捗を把握できなかった指標（4）")).isVisible();
        for (String no : List.of("8", "12", "13", "16")) {
            assertThat(visitor.main().getByText("No.%s ".formatted(no))).isVisible();
        }
    }

    @Test
    void all_132_grades_of_the_matrix_are_as_published_but_the_recorded_error_of_no_17(Visitor visitor) {
        visitor.as(DemonstrationUser.HIRAIZUMI).open(VISION + "/trend");

        Locator matrix = visitor.main().locator("table.grade-matrix");
        assertThat(matrix.locator("tbody tr:not(.group)")).hasCount(33);
        assertThat(matrix.locator("thead th").allInnerTexts()).containsExactly("指標", "R1", "R2", "R3", "R4");
        List<String> shown = matrix.locator("tbody td").allInnerTexts();
        List<String> published = new ArrayList<>();
        for (PublishedSheet.Line line : PublishedSheet.vision()) {
            for (String year : List.of("R1", "R2", "R3", "R4")) {
                String grade = line.get("published_grade_" + year);
                boolean recordedWrongly = line.get("no").equals("17") && year.equals("R3"); // 14/31 = 45.2 % is D
                published.add(recordedWrongly ? "D" : grade.isEmpty() ? "—" : grade);
            }
        }
        assertThat(shown).hasSize(132).containsExactlyElementsOf(published);
        assertThat(matrix.locator("tbody .no").allInnerTexts())
                .containsExactlyElementsOf(PublishedSheet.vision().stream()
                        .map(line -> line.get("no"))
                        .toList());
    }

    @Test
    void the_plans_own_words_head_its_sections_and_its_versions_are_listed(Visitor visitor) {
        visitor.as(DemonstrationUser.IIN).open(VISION);

        assertThat(visitor.heading()).hasText("体系と取組");
        assertThat(visitor.main().locator(".section.level-1").first()).containsText("医療");
        assertThat(visitor.main().locator(".level-name").first()).hasText("分野");
        assertThat(visitor.main().getByRole(AriaRole.HEADING, named("版"))).isVisible();
        assertThat(visitor.main().getByText("第1版")).isVisible();
    }

    @Test
    void the_rules_of_each_owner_are_their_own(Visitor alliance, Visitor mine) {
        alliance.as(DemonstrationUser.IIN).open("owners/ichinoseki-hiraizumi/rules");
        assertThat(alliance.main().locator("table .grade").allInnerTexts()).containsExactly("A", "B", "C", "D", "その他");

        mine.as(DemonstrationUser.MINE_STAFF).open("owners/mine/rules");
        assertThat(mine.main().locator("table .grade").allInnerTexts()).startsWith("目標達成", "改善↑", "現状維持", "未達成↓");
    }

    private static Map<String, String> previousYearByTheRules() {
        Map<String, Integer> counts = new HashMap<>();
        for (PublishedSheet.Line line : PublishedSheet.vision()) {
            String published = line.get("published_grade_R3");
            String grade = line.get("no").equals("17") ? "D" : published.isEmpty() ? "その他" : published;
            counts.merge(grade, 1, Integer::sum);
        }
        Map<String, String> words = new HashMap<>();
        counts.forEach((grade, count) -> words.put(Objects.requireNonNull(grade), "前年 " + count));
        return words;
    }

    private static Locator link(Visitor visitor, String name) {
        return visitor.main().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
