package jp.kyosei.ui.browser.importing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.infra.services.LocalServices;
import jp.kyosei.ui.PlanCopy;
import jp.kyosei.ui.browser.Fields;
import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An import that takes long shows how far it is, and is stopped by a button with nothing written. */
@InBrowser
class ImportProgressTest {
    private static final String TITLE = "長い取込のビジョン";

    @BeforeAll
    static void a_plan_of_its_own() {
        PlanCopy.of("ichinoseki-hiraizumi-long", TITLE);
    }

    @Test
    void applying_shows_a_bar_and_is_stopped_and_done_again(Visitor secretariat) throws SQLException {
        secretariat.as(DemonstrationUser.SECRETARIAT).open("owners/ichinoseki-hiraizumi/imports");
        Fields.choose(Fields.named(secretariat.main(), "計画"), TITLE);
        Fields.choose(Fields.named(secretariat.main(), "いちばん新しい実績の年度"), "令和4年度");
        secretariat
                .main()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "長い表.csv",
                        "text/csv",
                        "No.,指標名,単位,R4実績\n9,圏域内の宿泊者数,人,349270\n".getBytes(StandardCharsets.UTF_8)));
        secretariat.main().getByLabel("確定した内容を変える理由").first().fill("確報による訂正");
        try (Connection other = superuser(secretariat)) {
            other.setAutoCommit(false);
            hold(other);
            button(secretariat, "この内容で取り込む").click();
            assertThat(secretariat.main()).containsText("ファイルを取り込んでいます");
            assertThat(secretariat.main().getByRole(AriaRole.PROGRESSBAR)).isVisible();
            assertThat(secretariat.main()).containsText("％");
            button(secretariat, "取り込みを中止する").click();
            // The word to stop has arrived before the way is free.
            secretariat.settle();
            other.rollback();
        }
        assertThat(secretariat.main()).containsText("取り込みを中止しました。何も登録していません。");

        secretariat.main().getByLabel("確定した内容を変える理由").first().fill("確報による訂正");
        button(secretariat, "この内容で取り込む").click();
        assertThat(secretariat.main()).containsText("が取り込みました。");
    }

    private static Connection superuser(Visitor visitor) throws SQLException {
        String url = visitor.kyosei().database().jdbcUrl();
        return LocalServices.shared().postgres().connectAsSuperuser(url.substring(url.lastIndexOf('/') + 1));
    }

    /** Nobody writes a figure until the transaction ends. */
    private static void hold(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table kyosei.actual in exclusive mode");
        }
    }

    private static Locator button(Visitor visitor, String name) {
        return visitor.main().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }
}
