package jp.kyosei.ui.browser.paper;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.publishing.open.OpenShelf;
import jp.kyosei.ui.PlanCopy;
import jp.kyosei.ui.RunningKyosei;
import jp.kyosei.ui.browser.Barriers;
import jp.kyosei.ui.browser.Fields;
import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.Screens;
import jp.kyosei.ui.browser.Visitor;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The secretariat publishes a year, everybody reads it, and it is withdrawn. */
@InBrowser
class PublishingPageTest {
    private static final String PLAN = "ichinoseki-hiraizumi-publishing";
    private static final String PAGE = "plans/" + PLAN + "/publishing";

    @BeforeAll
    static void a_plan_of_its_own() {
        PlanCopy.of(PLAN, "公開を試すビジョン");
    }

    @Test
    void a_year_is_looked_at_published_read_and_withdrawn(
            Visitor secretariat, Visitor anybody, Visitor committee, Visitor later) {
        secretariat.as(DemonstrationUser.SECRETARIAT).open(PAGE);
        Locator year = year(secretariat, "令和4年度");
        assertThat(year).containsText("未公開");

        button(year, "公開の準備をする").click();
        assertThat(year.locator(".publish-preview")).containsText("この年度の値が出ない指標（4）");
        assertThat(year.locator(".publish-preview")).containsText("評価文 0、意見 0 が公開されます");
        for (int width : Screens.WIDTHS) {
            secretariat.width(width);
            Assertions.assertThat(Barriers.graveViolations(secretariat.page()))
                    .as("%d px", width)
                    .isEmpty();
            Assertions.assertThat(Barriers.sidewaysScroll(secretariat.page()))
                    .as("%d px", width)
                    .isEmpty();
        }
        button(year, "この内容で公開する").click();
        assertThat(secretariat.main()).containsText("令和4年度の実績を公開しました（第1版）");
        assertThat(year(secretariat, "令和4年度")).containsText("公開中 第1版");
        refresh();

        anybody.page().navigate(anybody.address("open/plans/" + PLAN + "/2022"));
        assertThat(anybody.heading()).containsText("公開を試すビジョン 令和4年度の実績");
        anybody.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("圏域内の宿泊者数"))
                .first()
                .click();
        assertThat(anybody.page().locator("main svg[role='img']")).isVisible();

        committee.as(DemonstrationUser.IIN).open("plans/" + PLAN + "/results/2022");
        committee
                .page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("公開ページ"))
                .click();
        assertThat(committee.heading()).containsText("公開を試すビジョン");
        committee.open(PAGE);
        assertThat(committee.heading()).hasText("この画面は開けません");

        button(year(secretariat, "令和4年度"), "差し替える").click();
        assertThat(year(secretariat, "令和4年度").locator(".publish-preview")).containsText("いま公開している版から変わったところはありません。");
        Fields.named(year(secretariat, "令和4年度"), "評価文も公開する").check();
        assertThat(year(secretariat, "令和4年度").locator(".publish-preview")).containsText("正誤表に出る、いまの版から変わったところ");
        assertThat(year(secretariat, "令和4年度").locator(".publish-preview")).containsText("進捗状況と今後の取組");

        button(year(secretariat, "令和4年度"), "取り下げる").click();
        Locator asked = year(secretariat, "令和4年度").locator(".ask-box");
        button(asked, "取り下げる").click();
        assertThat(asked).containsText("を書いてください");
        asked.locator("textarea").first().fill("桁の誤り");
        asked.locator("textarea").last().fill("値に誤りがありました");
        button(asked, "取り下げる").click();
        assertThat(secretariat.main()).containsText("令和4年度の公開を取り下げました。");
        assertThat(year(secretariat, "令和4年度")).containsText("理由：桁の誤り");
        refresh();
        // Whoever has read it may have it from their own cache for another minute.
        later.page().navigate(later.address("open/plans/" + PLAN + "/2022"));
        assertThat(later.heading()).containsText("取り下げられました");
        assertThat(later.main()).containsText("値に誤りがありました");
    }

    private static void refresh() {
        RunningKyosei.get().bean(OpenShelf.class).refresh();
    }

    private static Locator year(Visitor visitor, String year) {
        return visitor.main()
                .locator(".publication-year")
                .filter(new Locator.FilterOptions()
                        .setHas(visitor.page()
                                .getByRole(
                                        AriaRole.HEADING,
                                        new Page.GetByRoleOptions()
                                                .setName(year)
                                                .setExact(true))));
    }

    private static Locator button(Locator place, String name) {
        return place.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
