package jp.kyosei.ui.browser.login;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.KeycloakDesk;
import jp.kyosei.ui.browser.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@InBrowser
class LoginTest {
    private static final String VISION = "第2次一関・平泉定住自立圏共生ビジョン";
    private static final String MINE_STRATEGY = "第2期美祢市まち・ひと・しごと創生総合戦略";
    private static final String DAISEN_STRATEGY = "第2期大仙市まち・ひと・しごと創生総合戦略";
    private static final List<String> PLANS = List.of(VISION, MINE_STRATEGY, DAISEN_STRATEGY);

    @ParameterizedTest
    @EnumSource(DemonstrationUser.class)
    void everybody_logs_in_by_name_then_password_and_finds_their_own_plans_and_nobody_elses(
            DemonstrationUser user, Visitor visitor) {
        visitor.logIn(user);

        assertThat(visitor.page()).hasURL(visitor.at(""));
        for (String plan : PLANS) {
            var named = visitor.page().locator("body").getByText(plan);
            if (plansOf(user).contains(plan)) {
                assertThat(visitor.main().getByText(plan).first()).isVisible();
            } else {
                assertThat(named).hasCount(0);
            }
        }
        for (String owner : List.of("一関・平泉定住自立圏", "美祢市", "大仙市")) {
            if (ownersOf(user).contains(owner)) {
                assertThat(visitor.page().locator("body")).containsText(owner);
            } else {
                assertThat(visitor.page().locator("body")).not().containsText(owner);
            }
        }
    }

    @Test
    void a_wrong_password_stays_at_keycloak_and_opens_nothing(Visitor visitor) {
        visitor.page().navigate(visitor.address(""));
        visitor.typeLogin(DemonstrationUser.MINE, "wrong");

        assertThat(visitor.page()
                        .locator("#input-error, .pf-v5-c-alert, #input-error-username, #input-error-password")
                        .first())
                .isVisible();
        assertThat(visitor.page()).hasURL(visitor.atKeycloak());
        visitor.page().navigate(visitor.address(""));
        assertThat(visitor.page()).hasURL(visitor.atKeycloak());
    }

    @Test
    void the_login_leads_back_to_the_page_that_was_asked_for(Visitor visitor) {
        String asked = "plans/mine-strategy-2/results/2022";
        visitor.page().navigate(visitor.address(asked));
        visitor.typeLogin(DemonstrationUser.MINE, "demo");

        assertThat(visitor.page()).hasURL(visitor.at(asked));
    }

    @Test
    void after_logout_the_next_visit_asks_for_the_password_again(Visitor visitor) {
        visitor.logIn(DemonstrationUser.IIN);

        visitor.page().locator(".person-menu summary").click();
        visitor.page()
                .getByRole(AriaRole.LINK, new com.microsoft.playwright.Page.GetByRoleOptions().setName("ログアウト"))
                .click();
        assertThat(visitor.page().getByText("ログアウトしました").first()).isVisible();

        visitor.page().navigate(visitor.address(""));
        assertThat(visitor.page()).hasURL(visitor.atKeycloak());
        assertThat(visitor.page().locator("#username")).isVisible();
        visitor.typeLogin(DemonstrationUser.IIN, "demo");
        assertThat(visitor.heading()).isVisible();
    }

    @Test
    void an_open_screen_is_left_when_keycloak_ends_the_session_by_the_back_channel(Visitor visitor) {
        visitor.logIn(DemonstrationUser.APPROVER);
        visitor.settle();

        new KeycloakDesk(visitor.kyosei().keycloak()).endSessionsOf(DemonstrationUser.APPROVER);

        assertThat(visitor.page()).hasURL(visitor.at("oauth/logged-out"));
        visitor.page().navigate(visitor.address(""));
        assertThat(visitor.page()).hasURL(visitor.atKeycloak());
    }

    private static List<String> plansOf(DemonstrationUser user) {
        return switch (user) {
            case SECRETARIAT, ICHINOSEKI, HIRAIZUMI, APPROVER, IIN -> List.of(VISION);
            case MINE, MINE_STAFF -> List.of(MINE_STRATEGY);
            case DAISEN -> List.of(DAISEN_STRATEGY);
            case OPERATOR -> List.of();
        };
    }

    private static List<String> ownersOf(DemonstrationUser user) {
        return switch (user) {
            case SECRETARIAT, ICHINOSEKI, HIRAIZUMI, APPROVER, IIN -> List.of("一関・平泉定住自立圏");
            case MINE, MINE_STAFF -> List.of("美祢市");
            case DAISEN -> List.of("大仙市");
            case OPERATOR -> List.of();
        };
    }
}
