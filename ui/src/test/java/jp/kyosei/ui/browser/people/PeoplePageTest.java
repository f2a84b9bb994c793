package jp.kyosei.ui.browser.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.browser.Fields;
import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.Visitor;
import org.junit.jupiter.api.Test;

@InBrowser
class PeoplePageTest {
    @Test
    void an_administrator_invites_a_colleague_finds_them_and_takes_the_invitation_back(Visitor visitor) {
        String mail = UUID.randomUUID() + "@screen.example";
        visitor.as(DemonstrationUser.MINE).open("owners/mine/people");
        button(visitor, "利用者を招待する").click();
        field(visitor, "氏名").fill("美祢 花子");
        field(visitor, "メールアドレス").fill("花子");
        box(visitor)
                .getByText("招待する", new Locator.GetByTextOptions().setExact(true))
                .last()
                .click();
        assertThat(box(visitor)).containsText("メールアドレスを hanako@city.example.jp の形で入れてください。");
        field(visitor, "メールアドレス").fill(mail);
        visitor.page()
                .getByRole(
                        AriaRole.CHECKBOX,
                        new Page.GetByRoleOptions().setName("閲覧").setExact(true))
                .check();
        box(visitor)
                .getByText("招待する", new Locator.GetByTextOptions().setExact(true))
                .last()
                .click();
        assertThat(visitor.main().getByRole(AriaRole.STATUS)).containsText("美祢 花子 さんへの招待を受け付けました。");

        visitor.open("owners/mine/people?words=" + mail);
        assertThat(visitor.main()).containsText("この条件に当てはまる人：1 人");
        assertThat(visitor.main()).containsText("招待の送信待ち");
        button(visitor, "取り下げる：美祢 花子").click();
        box(visitor)
                .getByText("取り下げる", new Locator.GetByTextOptions().setExact(true))
                .last()
                .click();
        assertThat(visitor.main()).containsText("この条件に当てはまる人：0 人");
    }

    @Test
    void all_that_is_wrong_with_a_pasted_list_is_told_at_once_and_nobody_is_invited_before_all_is_right(
            Visitor visitor) {
        String mail = UUID.randomUUID() + "@screen.example";
        visitor.as(DemonstrationUser.MINE).open("owners/mine/people/paste");
        Locator list = field(visitor, "招待する人の一覧");
        list.fill("氏名\tメールアドレス\t担当課\t権限\n美祢 一郎\t" + mail + "\t\t閲覧\n美祢 二郎\tnone\tない課\t見る人");
        button(visitor, "確かめて招待する").click();
        assertThat(visitor.main()).containsText("まだ誰も招待していません。");
        assertThat(visitor.main()).containsText("2人目：「見る人」という権限はありません。");
        assertThat(visitor.main()).containsText("2人目：その担当課は登録されていません。");
        list.fill("美祢 一郎\t" + mail + "\t\t閲覧、担当課入力");
        button(visitor, "確かめて招待する").click();
        assertThat(visitor.main()).containsText("1 人への招待を受け付けました。");
        visitor.open("owners/mine/people?words=" + mail);
        assertThat(visitor.main()).containsText("担当課入力、閲覧");
    }

    @Test
    void a_second_department_gets_its_days_a_deputy_stands_in_for_a_time_and_both_end(Visitor visitor) {
        visitor.as(DemonstrationUser.MINE).open("owners/mine/people?words=観光政策課");
        visitor.main()
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("期間・兼務・代理"))
                .click();
        assertThat(visitor.heading()).hasText("美祢市 観光政策課 担当");
        assertThat(visitor.main()).containsText("観光政策課の担当課入力：担当課の実績値と評価文を入力し、提出します。");

        button(visitor, "権限を加える").click();
        Fields.choose(Fields.named(box(visitor), "担当課"), "商工労働課");
        day(visitor, "始まる日", "2031/4/1");
        day(visitor, "終わる日", "2031/3/31");
        inBox(visitor, "加える").click();
        assertThat(box(visitor).getByRole(AriaRole.ALERT)).containsText("終わる日が始まる日より前です。");
        day(visitor, "終わる日", "2032/3/31");
        inBox(visitor, "加える").click();
        Locator second = row(visitor, "商工労働課の担当課入力");
        assertThat(second).containsText("令和13年4月1日から令和14年3月31日まで");
        assertThat(second).containsText("まだ使えません");

        button(visitor, "代理を決める").click();
        Fields.chooseWith(Fields.named(box(visitor), "代理する人"), "（mine）");
        inBox(visitor, "代理を決める").click();
        assertThat(box(visitor).getByRole(AriaRole.ALERT)).containsText("代理の始まる日と終わる日を入れてください。");
        day(visitor, "終わる日", "2030/12/31");
        inBox(visitor, "代理を決める").click();
        Locator deputies = visitor.main().getByRole(AriaRole.REGION, new Locator.GetByRoleOptions().setName("この人の代理"));
        assertThat(deputies).containsText("観光政策課の担当課入力");
        assertThat(deputies).containsText("令和12年12月31日まで");

        button(deputies, "外す").click();
        inBox(visitor, "外す").click();
        assertThat(visitor.main()).containsText("代理は、決まっていません。");
        button(second, "外す").click();
        inBox(visitor, "外す").click();
        assertThat(second).hasCount(0);
    }

    private static void day(Visitor visitor, String label, String day) {
        Locator field = Fields.named(box(visitor), label);
        field.fill(day);
        field.press("Tab");
    }

    private static Locator inBox(Visitor visitor, String name) {
        return box(visitor)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Locator place, String name) {
        return place.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name + "："));
    }

    private static Locator row(Visitor visitor, String words) {
        return visitor.main().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(words));
    }

    private static Locator box(Visitor visitor) {
        return visitor.page().getByRole(AriaRole.DIALOG);
    }

    private static Locator button(Visitor visitor, String name) {
        return visitor.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator field(Visitor visitor, String name) {
        return visitor.page()
                .getByRole(
                        AriaRole.TEXTBOX,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
