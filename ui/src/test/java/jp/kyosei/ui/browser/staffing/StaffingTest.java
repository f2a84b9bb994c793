package jp.kyosei.ui.browser.staffing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.browser.Fields;
import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.Visitor;
import org.junit.jupiter.api.Test;

@InBrowser
class StaffingTest {
    private static final String CLERK = "美祢市 観光政策課 担当";

    @Test
    void a_change_is_prepared_for_april_looked_at_beforehand_and_taken_back(Visitor visitor) {
        visitor.as(DemonstrationUser.MINE).open("owners/mine/staffing");
        assertThat(visitor.main()).containsText("まだありません。");
        assertThat(row(visitor, "観光政策課")).containsText(CLERK + "（担当課入力）");

        button(visitor.main(), CLERK + "の異動を準備する").first().click();
        Locator box = visitor.page().getByRole(AriaRole.DIALOG);
        assertThat(box).containsText("まだ、変わるものがありません。");
        Fields.choose(Fields.named(box, "担当課"), "商工労働課");
        assertThat(box).containsText(CLERK + "：観光政策課 担当課入力 → 商工労働課 担当課入力");
        assertThat(box).containsText("観光政策課に、入力する人がいません（指標の担当 ");
        button(box, "準備する").click();

        assertThat(visitor.main()).containsText("準備しました。その日になると切り替わります。");
        assertThat(row(visitor, "観光政策課")).containsText("ここまで");
        assertThat(row(visitor, "商工労働課")).containsText("新しく");

        button(visitor.main(), "取りやめる：" + CLERK).click();
        Fields.named(visitor.page().getByRole(AriaRole.DIALOG), "取りやめる理由").fill("内示の変更");
        button(visitor.page().getByRole(AriaRole.DIALOG), "取りやめる").click();
        assertThat(visitor.main()).containsText("取りやめました。");
        assertThat(row(visitor, "観光政策課")).not().containsText("ここまで");
    }

    private static Locator row(Visitor visitor, String department) {
        return visitor.main()
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions()
                        .setHas(visitor.page()
                                .getByRole(
                                        AriaRole.ROWHEADER,
                                        new Page.GetByRoleOptions()
                                                .setName(department)
                                                .setExact(true))));
    }

    private static Locator button(Locator place, String name) {
        return place.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }
}
