package jp.kyosei.ui.browser.committee;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.browser.Fields;
import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.Visitor;
import org.junit.jupiter.api.Test;

@InBrowser
class CommitteePageTest {
    @Test
    void members_are_added_ordered_by_hand_and_by_keyboard_invited_and_written_for(Visitor visitor) {
        visitor.as(DemonstrationUser.MINE).open("owners/mine/committee");
        add(visitor, "名簿 一郎", "");
        add(visitor, "名簿 二郎", "");
        add(visitor, "名簿 三郎", "");
        add(visitor, "前期 四郎", "2020/3/31");
        assertThat(names(visitor)).hasText(new String[] {"名簿 一郎", "名簿 二郎", "名簿 三郎"});
        assertThat(visitor.main()).containsText("任期を終えた委員（1人）");

        Locator up = button(visitor.main(), "名簿 三郎さんを上へ");
        up.focus();
        up.press("Enter");
        assertThat(names(visitor)).hasText(new String[] {"名簿 一郎", "名簿 三郎", "名簿 二郎"});
        assertThat(up).isFocused();
        row(visitor, "名簿 二郎").dragTo(row(visitor, "名簿 一郎"));
        assertThat(names(visitor)).hasText(new String[] {"名簿 二郎", "名簿 一郎", "名簿 三郎"});

        button(visitor.main(), "招待する：名簿 二郎").click();
        Locator box = visitor.page().getByRole(AriaRole.DIALOG);
        Fields.named(box, "メールアドレス").fill("二郎");
        button(box, "招待する").click();
        assertThat(box.getByRole(AriaRole.ALERT)).containsText("メールアドレスを hanako@city.example.jp の形で入れてください。");
        Fields.named(box, "メールアドレス").fill("meibo-jiro@screen.example");
        button(box, "招待する").click();
        assertThat(row(visitor, "名簿 二郎")).containsText("招待中");

        visitor.open("plans/mine-strategy-2/indicators/1-1-1-1/2023");
        button(visitor.main(), "書面の委員に代わって入力する").click();
        Fields.choose(Fields.named(visitor.main(), "誰の意見・質問か"), "名簿 一郎（事務局が代わりに入力）");
        visitor.main().getByLabel("気づいたこと、聞きたいこと").fill("案内を増やしてほしい。");
        button(visitor.main(), "送る").click();
        assertThat(visitor.main()).containsText("委員・名簿 一郎（事務局が代わりに入力）");
    }

    private static void add(Visitor visitor, String name, String until) {
        button(visitor.main(), "委員を加える").click();
        Locator box = visitor.page().getByRole(AriaRole.DIALOG);
        Fields.named(box, "氏名").fill(name);
        if (!until.isEmpty()) {
            Fields.named(box, "任期の終わる日").fill(until);
            Fields.named(box, "任期の終わる日").press("Tab");
        }
        button(box, "加える").click();
        assertThat(visitor.main().getByRole(AriaRole.STATUS).first()).containsText(name + " さんを加えました。");
    }

    private static Locator names(Visitor visitor) {
        return visitor.main().locator("table.committee").first().locator("tbody .person-name");
    }

    private static Locator row(Visitor visitor, String name) {
        return visitor.main().locator("table.committee tbody tr").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static Locator button(Locator place, String name) {
        return place.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
