package jp.kyosei.ui.browser.plan;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.RevisedPlan;
import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@InBrowser
class ComparisonPageTest {
    private static final String PLAN = "plans/ichinoseki-hiraizumi-compared-on-screen";

    @BeforeAll
    static void a_revision_is_drafted() {
        RevisedPlan.of("ichinoseki-hiraizumi-compared-on-screen", "画面で比べるビジョン");
    }

    @Test
    void the_secretariat_sees_what_its_draft_changes_and_nothing_else_until_it_asks_for_it(Visitor visitor) {
        visitor.as(DemonstrationUser.SECRETARIAT).open(PLAN);
        visitor.main()
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("第2版と前の版との新旧対照表"))
                .click();

        assertThat(visitor.heading()).hasText("新旧対照表");
        Locator table = visitor.main().locator("table.comparison");
        assertThat(table.locator("tr.group")).hasCount(1);
        assertThat(table.locator("tr.group")).containsText("【変更】指標　" + RevisedPlan.NO);
        assertThat(table.locator(".changed").first()).hasText(RevisedPlan.RENAMED);

        visitor.main().getByLabel("変わらない所も表示").check();
        assertThat(table).containsText("【変更なし】");
    }

    @Test
    void for_a_committee_member_the_draft_does_not_exist(Visitor visitor) {
        visitor.as(DemonstrationUser.IIN).open(PLAN + "/versions/1/compare/2");

        assertThat(visitor.heading()).not().hasText("新旧対照表");
        visitor.open(PLAN + "/comparison");
        assertThat(visitor.main()).containsText("比べる版を選んでください。");
    }
}
