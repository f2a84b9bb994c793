package jp.kyosei.ui.browser.entry;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.workbook.FilledWorkbook;
import jp.kyosei.backend.workbook.RoundWorkbook;
import jp.kyosei.ui.PlanCopy;
import jp.kyosei.ui.browser.Barriers;
import jp.kyosei.ui.browser.Fields;
import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.Visitor;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** 平泉町 answers a collection by file; the secretariat does the same from the board. */
@InBrowser
class RoundWorkbookPageTest {
    private static final String PLAN = "ichinoseki-hiraizumi-workbook";
    private static final String ROUND = "plans/" + PLAN + "/collection/2023";
    private static final String OF_HIRAIZUMI = ROUND + "/entry/034029";

    @BeforeAll
    static void a_plan_of_its_own() {
        PlanCopy.of(PLAN, "Excelで集めるビジョン");
    }

    @Test
    void a_workbook_is_taken_away_filled_sent_back_looked_at_and_stored(Visitor secretariat, Visitor hiraizumi) {
        secretariat.as(DemonstrationUser.SECRETARIAT).open("plans/" + PLAN + "/collection");
        Fields.choose(Fields.named(secretariat.main(), "年度"), "令和5年度");
        button(secretariat, "照会を始める").click();
        assertThat(secretariat.heading()).hasText("令和5年度 実績照会の進み具合");

        hiraizumi.as(DemonstrationUser.HIRAIZUMI).open(OF_HIRAIZUMI);
        byte[] given = download(hiraizumi, "Excelで入力する");
        byte[] wrong = FilledWorkbook.of(given, sheet -> sheet.type("9", "実績値", "たくさん"));
        send(hiraizumi, wrong);
        assertThat(hiraizumi.page().locator(".workbook-preview")).containsText("数値か理由として読み取れません");
        assertThat(button(hiraizumi, "登録する")).hasCount(0);

        byte[] filled = FilledWorkbook.of(given, sheet -> sheet.type("9", "実績値", 61234)
                .type("9", "進捗状況", "町内の利用が戻りつつある。")
                .type("10", "実績値", "８０４人")
                .type("15", "実績値", 3));
        // meanwhile somebody types on the screen
        Locator cell = hiraizumi.page().locator("input[data-no='15'][data-field='value']");
        cell.fill("4");
        cell.blur();
        assertThat(hiraizumi.page().locator("tr.em-row[data-no='15'] .em-save")).hasText("保存済");
        send(hiraizumi, filled);
        Locator preview = hiraizumi.page().locator(".workbook-preview");
        assertThat(preview).containsText("新しい値 3 件");
        assertThat(preview).containsText("要確認 1 件");
        assertThat(preview).containsText("804 と読みました");
        hiraizumi.settle();
        Assertions.assertThat(Barriers.graveViolations(hiraizumi.page())).isEmpty();
        hiraizumi.width(720);
        Assertions.assertThat(Barriers.sidewaysScroll(hiraizumi.page())).isEmpty();
        hiraizumi.width(Visitor.DESK_WIDTH);
        button(hiraizumi, "登録する").click();
        assertThat(preview).containsText("「選んでください」が 1 件残っています。");
        Fields.choose(Fields.choiceIn(preview), "この表の値にする");
        button(hiraizumi, "登録する").click();
        assertThat(hiraizumi.page().locator(".workbook-result .said")).containsText("4 件を登録しました。");
        assertThat(hiraizumi.page().locator("input[data-no='9'][data-field='value']"))
                .hasValue("61,234");
        assertThat(hiraizumi.page().locator("input[data-no='15'][data-field='value']"))
                .hasValue("3");

        secretariat.open(ROUND);
        secretariat
                .page()
                .locator("summary", new Page.LocatorOptions().setHasText("Excelで集める"))
                .click();
        assertThat(secretariat.page().getByText("Excelをダウンロード")).hasCount(2);
        secretariat.width(720);
        Assertions.assertThat(Barriers.graveViolations(secretariat.page())).isEmpty();
    }

    private static byte[] download(Visitor visitor, String fold) {
        visitor.page()
                .locator("summary", new Page.LocatorOptions().setHasText(fold))
                .click();
        Download download = visitor.page()
                .waitForDownload(() -> visitor.page().getByText("Excelをダウンロード").click());
        Assertions.assertThat(download.suggestedFilename()).isEqualTo("実績入力_平泉町_令和5年度.xlsx");
        try {
            return Files.readAllBytes(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(Visitor visitor, byte[] content) {
        visitor.page()
                .locator(".workbook-box input[type='file']")
                .setInputFiles(new FilePayload("実績入力.xlsx", RoundWorkbook.CONTENT_TYPE, content));
    }

    private static Locator button(Visitor visitor, String name) {
        return visitor.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
