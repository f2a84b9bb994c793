package jp.kyosei.ui.browser.owner;

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
class OwnerScreensTest {
    @Test
    void the_operator_registers_a_municipality_by_its_reading_and_finds_it_in_the_list(Visitor visitor) {
        visitor.as(DemonstrationUser.OPERATOR).open("service/owners");
        assertThat(visitor.heading()).hasText("団体の一覧");
        assertThat(visitor.main()).containsText("美祢市");
        link(visitor, "団体を登録する").click();

        choose(visitor, "市町村", "しずくいし", "雫石町（岩手県 033014）");
        assertThat(Fields.named(visitor.main(), "識別名")).hasValue("shizukuishi");
        button(visitor.main(), "登録する").click();
        assertThat(visitor.heading()).hasText("雫石町");
        assertThat(visitor.main()).containsText("試行");

        visitor.open("service/owners?search=033014");
        assertThat(visitor.main().getByRole(AriaRole.ROW)).hasCount(2);
        assertThat(visitor.main()).containsText("1団体のうち");

        visitor.open("service/new-owner");
        choose(visitor, "市町村", "033014", "雫石町（岩手県 033014）");
        button(visitor.main(), "登録する").click();
        assertThat(visitor.main().getByRole(AriaRole.ALERT)).containsText("既に登録されています");
    }

    @Test
    void the_operator_registers_an_alliance_of_two_towns_and_records_an_agreement(Visitor visitor) {
        visitor.as(DemonstrationUser.OPERATOR).open("service/new-owner?kind=alliance");
        Fields.named(visitor.main(), "圏域の名称").fill("見本圏域");
        choose(visitor, "加える市町村", "八幡平", "八幡平市（岩手県 032140）");
        assertThat(button(visitor.main(), "八幡平市を外す")).isVisible();
        choose(visitor, "加える市町村", "滝沢", "滝沢市（岩手県 032166）");
        Fields.named(visitor.main(), "識別名").fill("mihon");
        button(visitor.main(), "登録する").click();
        assertThat(visitor.heading()).hasText("見本圏域");
        assertThat(visitor.main()).containsText("八幡平市（中心市）");

        button(visitor.main(), "滝沢市：協定を記録する").click();
        Locator box = visitor.page().getByRole(AriaRole.DIALOG);
        button(box, "記録する").click();
        assertThat(box.getByRole(AriaRole.ALERT)).containsText("議会の議決の日を入力してください");
        Fields.named(box, "議会の議決の日").fill("2026/3/20");
        Fields.named(box, "議会の議決の日").press("Tab");
        Fields.named(box, "協定・方針の名称").fill("定住自立圏の形成に関する協定");
        button(box, "記録する").click();
        assertThat(visitor.main().getByRole(AriaRole.STATUS)).containsText("滝沢市の協定・方針を記録しました");
        assertThat(visitor.main()).containsText("形成協定の締結");
    }

    @Test
    void an_admin_renames_a_department_and_lets_the_operator_help_until_it_is_ended(Visitor visitor) {
        visitor.as(DemonstrationUser.DAISEN).open("owners/daisen/settings");
        button(visitor.main(), "担当課を加える").click();
        Locator box = visitor.page().getByRole(AriaRole.DIALOG);
        Fields.named(box, "名称").fill("見本課");
        Fields.named(box, "記号").fill("mihon");
        button(box, "加える").click();
        assertThat(visitor.main()).containsText("「見本課」を加えました");

        button(visitor.main(), "見本課：名称を変える").click();
        Fields.named(box, "新しい名称").fill("見本推進課");
        button(box, "変える").click();
        assertThat(visitor.main()).containsText("「見本推進課」になります");
        assertThat(visitor.main()).containsText("まで 見本課");

        button(visitor.main(), "支援アクセスを許可する").click();
        button(box, "許可する").click();
        assertThat(box.getByRole(AriaRole.ALERT)).containsText("「理由」を書いてください");
        Fields.named(box, "理由").fill("画面の確認");
        Fields.named(box, "理由").press("Tab");
        button(box, "許可する").click();
        assertThat(visitor.main()).containsText("支援アクセスを許可しました");
        assertThat(visitor.main()).containsText("許可中");
        button(visitor.main(), "支援アクセスを終了する").click();
        button(box, "終了する").click();
        assertThat(visitor.main()).containsText("支援アクセスを終了しました");
    }

    private static Locator button(Locator place, String name) {
        return place.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Visitor visitor, String name) {
        return visitor.main().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }

    private static void choose(Visitor visitor, String label, String typed, String option) {
        Fields.named(visitor.main(), label).fill(typed);
        visitor.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option))
                .first()
                .click();
    }
}
