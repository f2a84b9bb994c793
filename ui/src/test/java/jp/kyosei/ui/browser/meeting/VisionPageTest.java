package jp.kyosei.ui.browser.meeting;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.PlanCopy;
import jp.kyosei.ui.browser.Fields;
import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The material of the picture of the future: gathered by the secretariat, read by the committee, unseen by departments. */
@InBrowser
class VisionPageTest {
    private static final String PLAN = "ichinoseki-hiraizumi-future";
    private static final String PAGE = "plans/" + PLAN + "/vision";

    @BeforeAll
    static void a_plan_of_its_own() {
        PlanCopy.of(PLAN, "将来像を試すビジョン");
    }

    @Test
    void phrases_are_gathered_and_moved_under_themes_and_say_where_they_came_from(
            Visitor secretariat, Visitor committee, Visitor department) {
        secretariat.as(DemonstrationUser.SECRETARIAT).open(PAGE);
        addsTheme(secretariat, "暮らし");
        addsTheme(secretariat, "交通");
        button(secretariat, "言葉を加える").click();
        assertThat(secretariat.main()).containsText("取り上げる言葉を書いてください。");

        Locator form = secretariat.main().locator(".vision-form").first();
        Fields.named(form, "言葉").fill("夜の足がほしい");
        Fields.named(form, "どこから取った言葉か").fill("住民アンケート 問12");
        button(secretariat, "言葉を加える").click();
        assertThat(column(secretariat, "まだテーマに入れていない言葉")).containsText("夜の足がほしい");

        Fields.choose(Fields.named(secretariat.main(), "「夜の足がほしい」を入れるテーマ"), "交通");
        assertThat(column(secretariat, "交通")).containsText("夜の足がほしい");
        assertThat(column(secretariat, "交通")).containsText("住民アンケート 問12");

        committee.as(DemonstrationUser.IIN).open(PAGE);
        assertThat(column(committee, "交通")).containsText("夜の足がほしい");
        assertThat(committee.main().locator("button, select, textarea, vaadin-button, vaadin-select"))
                .hasCount(0);

        department.as(DemonstrationUser.HIRAIZUMI).open(PAGE);
        assertThat(department.heading()).hasText("この画面は開けません");
        assertThat(department.main()).not().containsText("夜の足がほしい");
    }

    private static void addsTheme(Visitor secretariat, String title) {
        Locator details = secretariat
                .main()
                .locator("details")
                .filter(new Locator.FilterOptions().setHasText("テーマを加える"))
                .last();
        if (details.getAttribute("open") == null) {
            details.locator("summary").click();
        }
        Fields.named(details, "テーマの名前").fill(title);
        details.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("テーマを加える"))
                .click();
        assertThat(column(secretariat, title)).isVisible();
    }

    private static Locator button(Visitor visitor, String name) {
        Locator details = visitor.main().locator("details").first();
        if (details.getAttribute("open") == null) {
            details.locator("summary").click();
        }
        return visitor.main().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private static Locator column(Visitor visitor, String title) {
        return visitor.main()
                .locator(".vision-column")
                .filter(new Locator.FilterOptions()
                        .setHas(visitor.page().locator("h2").filter(new Locator.FilterOptions().setHasText(title))));
    }
}
