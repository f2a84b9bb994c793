package jp.kyosei.ui.browser.paper;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.PlanCopy;
import jp.kyosei.ui.browser.Fields;
import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.Visitor;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The secretariat's way with a file: chosen or pasted, understood, corrected, looked at, applied, turned back. */
@InBrowser
class ImportPagesTest {
    private static final String PLAN = "ichinoseki-hiraizumi-imports";
    private static final String TITLE = "取込を試すビジョン";
    private static final String PAGE = "owners/ichinoseki-hiraizumi/imports";

    @BeforeAll
    static void a_plan_of_its_own() {
        PlanCopy.of(PLAN, TITLE);
    }

    @Test
    void a_file_is_chosen_looked_at_applied_with_a_reason_and_turned_back(Visitor secretariat) {
        bring(secretariat, "No.,指標名,単位,R4実績\n9,圏域内の宿泊者数,人,349268\n3,医師・医療介護従事者修学資金貸付修学者数,人,14\n");
        assertThat(secretariat.heading()).hasText("実績.csv");
        assertThat(table(secretariat, "変わる内容")).containsText("349,268");
        button(secretariat, "この内容で取り込む").click();
        assertThat(secretariat.main()).containsText("変える理由を書いてください。");
        secretariat.main().getByLabel("確定した内容を変える理由").first().fill("宿泊統計の確報による訂正");
        button(secretariat, "この内容で取り込む").click();
        assertThat(secretariat.main()).containsText("取り込みました。");

        secretariat.open("plans/" + PLAN + "/indicators/9/2022");
        assertThat(secretariat.main()).containsText("349,268");

        secretariat.open(PAGE);
        secretariat
                .main()
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("実績.csv"))
                .first()
                .click();
        button(secretariat, "この取込を取り消す").click();
        secretariat
                .main()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("取り消す").setExact(true))
                .click();
        assertThat(secretariat.main()).containsText("取り込む前の内容に戻っています");
        secretariat.open("plans/" + PLAN + "/indicators/9/2022");
        assertThat(secretariat.main()).containsText("349,267");
    }

    @Test
    void the_sheet_is_shown_with_what_each_cell_became_and_a_touched_cell_says_why(Visitor secretariat) {
        bring(secretariat, "担当メモ,No.,指標名,単位,R4実績\n宿泊の欄,9,圏域内の宿泊者数,人,349268\n");
        Locator sheet =
                secretariat.main().getByRole(AriaRole.REGION, new Locator.GetByRoleOptions().setName("シートの読み取り結果"));
        assertThat(sheet.locator("td[data-fate=actual]")).hasText("実349268");
        assertThat(sheet.locator("td[data-fate=ignored]").last()).containsText("宿泊の欄");
        sheet.locator("td[data-fate=actual]").click();
        assertThat(secretariat.main().locator(".sheet-said")).containsText("E2「349268」 → R4の実績値");
    }

    @Test
    void problems_stand_at_their_cells_and_come_back_as_comments_in_the_persons_own_file(Visitor secretariat)
            throws IOException {
        bring(secretariat, "No.,指標名,単位,R4実績\n9,圏域内の宿泊者数,千人,349\n99,ない指標,人,5\n");
        Locator problems = table(secretariat, "直すところ");
        assertThat(problems).containsText("C2");
        assertThat(problems).containsText("単位「千人」が計画の単位「人」と違います");
        assertThat(problems).containsText("B3");
        assertThat(button(secretariat, "この内容で取り込む")).hasCount(0);

        Download file = secretariat.page().waitForDownload(() -> secretariat
                .main()
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("指摘をセルのコメントに書き込んだExcelを保存する"))
                .click());
        Assertions.assertThat(file.suggestedFilename()).isEqualTo("実績（指摘付き）.xlsx");
        Assertions.assertThat(Files.readAllBytes(file.path())).startsWith('P', 'K');
    }

    @Test
    void a_column_is_corrected_by_choosing_what_it_holds(Visitor secretariat) {
        bring(secretariat, "No.,指標名,単位,ことしの集計\n9,圏域内の宿泊者数,人,349300\n");
        assertThat(secretariat.main()).containsText("「ことしの集計」の列は何ですか");
        assertThat(button(secretariat, "この内容で取り込む")).hasCount(0);
        Fields.choose(Fields.named(secretariat.main(), "D列の内容"), "実績値");
        Fields.choose(Fields.named(secretariat.main(), "D列の年度"), "R4");
        button(secretariat, "この読み取り方で見直す").click();
        assertThat(table(secretariat, "変わる内容")).containsText("349,300");
        button(secretariat, "取り込まずにやめる").click();
        assertThat(secretariat.main()).containsText("何も登録していません");
    }

    @Test
    void what_was_said_before_of_such_a_column_is_told_and_forgotten_by_a_button(Visitor secretariat) {
        String csv = "No.,指標名,単位,画面で覚える値\n9,圏域内の宿泊者数,人,349400\n";
        bring(secretariat, csv);
        Fields.choose(Fields.named(secretariat.main(), "D列の内容"), "実績値");
        Fields.choose(Fields.named(secretariat.main(), "D列の年度"), "R4");
        button(secretariat, "この読み取り方で見直す").click();
        assertThat(table(secretariat, "変わる内容")).containsText("349,400");

        bring(secretariat, csv);
        assertThat(secretariat.main()).containsText("この取込で覚えていたこと");
        assertThat(table(secretariat, "覚えていた読み取り方")).containsText("画面で覚える値");
        button(secretariat, "D列の読み取り方を忘れる").click();
        assertThat(secretariat.main()).containsText("「画面で覚える値」の列は何ですか");
        assertThat(secretariat.main()).not().containsText("この取込で覚えていたこと");
        button(secretariat, "取り込まずにやめる").click();
        assertThat(secretariat.main()).containsText("何も登録していません");
    }

    @Test
    void the_name_of_a_new_plan_in_addresses_is_chosen_and_changed(Visitor secretariat) {
        secretariat.as(DemonstrationUser.SECRETARIAT).open(PAGE);
        Fields.choose(Fields.named(secretariat.main(), "計画"), "新しい計画として取り込む");
        secretariat.main().getByLabel("新しい計画の名称").first().fill("名を選ぶ計画");
        secretariat.main().getByLabel("計画の識別名").first().fill("midori");
        Fields.choose(Fields.named(secretariat.main(), "計画期間のはじめの年度"), "令和2年度");
        Fields.choose(Fields.named(secretariat.main(), "計画期間の終わりの年度"), "令和6年度");
        Fields.choose(Fields.named(secretariat.main(), "いちばん新しい実績の年度"), "令和4年度");
        FilePayload file = new FilePayload(
                "名.csv", "text/csv", "分野,指標名,単位,R4実績,目標値（R6）\n観光,入込客数,人,10,20\n".getBytes(StandardCharsets.UTF_8));
        secretariat.main().locator("input[type=file]").setInputFiles(file);
        assertThat(secretariat.main()).containsText("「ichinoseki-hiraizumi-」で始め");
        secretariat.main().getByLabel("計画の識別名").first().fill("ichinoseki-hiraizumi-na");
        secretariat.main().getByLabel("計画の識別名").first().blur();
        secretariat.main().locator("input[type=file]").setInputFiles(file);
        assertThat(secretariat.heading()).hasText("名.csv");

        assertThat(secretariat.main().getByLabel("計画の識別名").first()).hasValue("ichinoseki-hiraizumi-na");
        secretariat.main().getByLabel("計画の識別名").first().fill(PLAN);
        button(secretariat, "識別名を変える").click();
        assertThat(secretariat.main()).containsText("の計画は既にあります");
        secretariat.main().getByLabel("計画の識別名").first().fill("ichinoseki-hiraizumi-na-2");
        button(secretariat, "識別名を変える").click();
        assertThat(secretariat.main()).not().containsText("の計画は既にあります");
        button(secretariat, "取り込まずにやめる").click();
        assertThat(secretariat.main()).containsText("何も登録していません");
    }

    @Test
    void cells_are_pasted_as_a_new_plan_and_what_is_no_table_says_so(Visitor secretariat) {
        secretariat.as(DemonstrationUser.SECRETARIAT).open(PAGE);
        Fields.choose(Fields.named(secretariat.main(), "計画"), "新しい計画として取り込む");
        secretariat.main().getByLabel("新しい計画の名称").first().fill("貼り付けの計画");
        secretariat.main().locator("summary").first().click();
        button(secretariat, "貼り付けた表を読み込む").click();
        assertThat(secretariat.main()).containsText("表を貼り付けてから押してください。");
        secretariat.main().getByLabel("表を貼り付ける").fill("きょうの天気\t晴れ\n");
        button(secretariat, "貼り付けた表を読み込む").click();
        assertThat(secretariat.main()).containsText("「計画期間」のはじめと終わりの年度を選んでから");
        Fields.choose(Fields.named(secretariat.main(), "計画期間のはじめの年度"), "令和6年度");
        Fields.choose(Fields.named(secretariat.main(), "計画期間の終わりの年度"), "令和2年度");
        button(secretariat, "貼り付けた表を読み込む").click();
        assertThat(secretariat.main()).containsText("終わりの年度が、はじめの年度より前です");
        Fields.choose(Fields.named(secretariat.main(), "計画期間の終わりの年度"), "令和10年度");
        button(secretariat, "貼り付けた表を読み込む").click();
        assertThat(secretariat.main()).containsText("新しい計画「貼り付けの計画」（令和6年度〜令和10年度）");
        assertThat(table(secretariat, "直すところ")).containsText("指標の表が見つかりません");
    }

    @Test
    void a_file_that_cannot_be_read_says_what_to_do(Visitor secretariat) {
        choose(secretariat, "古い表.xls", new byte[] {
            (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0
        });
        assertThat(secretariat.heading()).hasText("古い表.xls");
        assertThat(secretariat.main().locator(".import-wrong")).not().isEmpty();
        assertThat(secretariat.main().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("別のファイルを選ぶ")))
                .isVisible();
    }

    @Test
    void others_are_not_shown_the_way_and_are_told_so_at_its_address(Visitor committee, Visitor elsewhere) {
        committee.as(DemonstrationUser.IIN).open("");
        assertThat(committee.page().getByRole(AriaRole.LINK).filter(new Locator.FilterOptions().setHasText("ファイルの取込")))
                .hasCount(0);
        committee.open(PAGE);
        assertThat(committee.heading()).hasText("この画面は開けません");
        elsewhere.as(DemonstrationUser.MINE).open(PAGE);
        assertThat(elsewhere.main()).containsText("ページが見つかりません");
    }

    private static void bring(Visitor secretariat, String csv) {
        choose(secretariat, "実績.csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    private static void choose(Visitor secretariat, String name, byte[] content) {
        secretariat.as(DemonstrationUser.SECRETARIAT).open(PAGE);
        Fields.choose(Fields.named(secretariat.main(), "計画"), TITLE);
        Fields.choose(Fields.named(secretariat.main(), "いちばん新しい実績の年度"), "令和4年度");
        secretariat.main().locator("input[type=file]").setInputFiles(new FilePayload(name, "text/csv", content));
    }

    private static Locator table(Visitor visitor, String caption) {
        return visitor.main()
                .locator("table")
                .filter(new Locator.FilterOptions()
                        .setHas(visitor.page()
                                .locator("caption")
                                .filter(new Locator.FilterOptions().setHasText(caption))));
    }

    private static Locator button(Visitor visitor, String name) {
        return visitor.main().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }
}
