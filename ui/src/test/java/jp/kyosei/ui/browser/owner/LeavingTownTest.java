package jp.kyosei.ui.browser.owner;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.infra.services.LocalServices;
import jp.kyosei.ui.RunningKyosei;
import jp.kyosei.ui.browser.Fields;
import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 平泉町 leaves the alliance by the operator's screen; the next test finds it there again. */
@InBrowser
class LeavingTownTest {
    private static final String RESULTS = "plans/ichinoseki-hiraizumi-vision-2/results/";

    @AfterEach
    void back() throws SQLException {
        String url = RunningKyosei.get().database().jdbcUrl();
        try (Connection connection =
                        LocalServices.shared().postgres().connectAsSuperuser(url.substring(url.lastIndexOf('/') + 1));
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "update kyosei.alliance_member set last_fiscal_year = null where municipality_code = '034029'");
        }
    }

    @Test
    void its_people_read_the_years_of_membership_and_no_later_ones_and_are_told_so(Visitor clerk, Visitor operator) {
        clerk.as(DemonstrationUser.HIRAIZUMI).open(RESULTS + 2023);
        assertThat(clerk.main().locator(".membership-over")).hasCount(0);

        operator.as(DemonstrationUser.OPERATOR).open("service/owners/ichinoseki-hiraizumi");
        button(operator.main(), "平泉町：脱退").click();
        Locator box = operator.page().getByRole(AriaRole.DIALOG);
        Fields.choose(Fields.named(box, "最後の年度"), "令和4年度");
        button(box, "記録する").click();
        assertThat(operator.main()).containsText("平泉町の脱退を記録しました。");

        clerk.as(DemonstrationUser.HIRAIZUMI).open(RESULTS + 2022);
        assertThat(clerk.main()).containsText("加入していた令和4年度までの分を読めます。");
        assertThat(clerk.main().locator("kyosei-results-sheet")).isVisible();
        clerk.open(RESULTS + 2023);
        assertThat(clerk.main().locator(".membership-over")).hasCount(0);
        assertThat(clerk.heading()).hasText("ページが見つかりません");
        clerk.open("me");
        assertThat(clerk.main()).containsText("構成市町の利用者として。令和4年度まで加入");
    }

    private static Locator button(Locator place, String name) {
        return place.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
