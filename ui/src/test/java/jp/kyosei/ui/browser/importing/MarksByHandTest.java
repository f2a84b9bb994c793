package jp.kyosei.ui.browser.importing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.PlanCopy;
import jp.kyosei.ui.browser.Fields;
import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where nothing is recognised, a person points at the table on the sheet itself. */
@InBrowser
class MarksByHandTest {
    private static final String TITLE = "表を指すビジョン";
    private static final String PAGE = "owners/ichinoseki-hiraizumi/imports";

    @BeforeAll
    static void a_plan_of_its_own() {
        PlanCopy.of("ichinoseki-hiraizumi-marks", TITLE);
    }

    @Test
    void header_row_name_column_and_first_row_are_pointed_at_by_clicking_and_the_table_is_read(Visitor secretariat) {
        secretariat.as(DemonstrationUser.SECRETARIAT).open(PAGE);
        Fields.choose(Fields.named(secretariat.main(), "計画"), TITLE);
        Fields.choose(Fields.named(secretariat.main(), "いちばん新しい実績の年度"), "令和4年度");
        secretariat
                .main()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "見出しのない表.csv",
                        "text/csv",
                        "庁内メモ,,\nア,イ,ウ\n（続き）,,\n圏域内の宿泊者数,349350,人\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(secretariat.main()).containsText("このシートには指標の表が見つかりません");

        // Each click moves on to what is to be pointed at next.
        cell(secretariat, 1, 1).click();
        assertThat(secretariat.main()).containsText("見出しの行：2行目");
        cell(secretariat, 3, 0).click();
        assertThat(secretariat.main()).containsText("指標名の列：A列");
        cell(secretariat, 3, 0).click();
        assertThat(secretariat.main()).containsText("最初の指標の行：4行目");
        button(secretariat, "この場所で読み直す").click();

        assertThat(secretariat.main()).containsText("「イ」の列は何ですか");
        secretariat
                .main()
                .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("R4の実績値"))
                .first()
                .check();
        button(secretariat, "この答えで読み直す").click();

        Locator changes = secretariat
                .main()
                .locator("table")
                .filter(new Locator.FilterOptions()
                        .setHas(secretariat
                                .page()
                                .locator("caption")
                                .filter(new Locator.FilterOptions().setHasText("変わる内容"))));
        assertThat(changes).containsText("圏域内の宿泊者数");
        assertThat(changes).containsText("349,350");
        assertThat(cell(secretariat, 3, 1)).hasAttribute("data-fate", "actual");
        button(secretariat, "取り込まずにやめる").click();
        assertThat(secretariat.main()).containsText("何も登録していません");
    }

    private static Locator cell(Visitor visitor, int row, int column) {
        return visitor.main().locator("td[data-at='%d,%d']".formatted(row, column));
    }

    private static Locator button(Visitor visitor, String name) {
        return visitor.main().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }
}
