package jp.kyosei.ui.browser.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import jp.kyosei.backend.DemonstrationUser;
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
