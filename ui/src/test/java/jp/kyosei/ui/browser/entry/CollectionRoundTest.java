package jp.kyosei.ui.browser.entry;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.PlanCopy;
import jp.kyosei.ui.browser.Fields;
import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A whole collection, from opening to the results sheet: staff of 一関市 and of 平泉町, a superior, the secretariat, and
 * somebody of 美祢市 who is refused everywhere.
 */
@InBrowser
class CollectionRoundTest {
    private static final String PLAN = "ichinoseki-hiraizumi-walk";
    private static final String ROUND = "plans/" + PLAN + "/collection/2023";
    private static final String OF_ICHINOSEKI = ROUND + "/entry/032093";
    private static final String OF_HIRAIZUMI = ROUND + "/entry/034029";

    @BeforeAll
    static void a_plan_of_its_own() {
        PlanCopy.of(PLAN, "照会を試すビジョン");
    }

    @Test
    void a_round_goes_from_opening_to_the_results_sheet(
            Visitor secretariat,
            Visitor ichinoseki,
            Visitor hiraizumi,
            Visitor superior,
            Visitor colleague,
            Visitor stranger,
            Visitor committee) {
        opens(secretariat.as(DemonstrationUser.SECRETARIAT));
        isRefusedEverywhere(stranger.as(DemonstrationUser.MINE));

        entersFigures(hiraizumi.as(DemonstrationUser.HIRAIZUMI));
        meetsAConflict(hiraizumi, secretariat);
        writesNarrative(hiraizumi);
        pastesABlockOfTwentyByThree(secretariat);
        ichinoseki.as(DemonstrationUser.ICHINOSEKI).open(OF_ICHINOSEKI);
        type(ichinoseki, "9", "value", "300,000");
        assertThat(save(ichinoseki, "9")).hasText("保存済");
        type(ichinoseki, "9", "note", "速報値");
        ichinoseki.page().keyboard().press("Enter");
        assertThat(ichinoseki.page().locator("kyosei-entry-matrix [role=status]"))
                .containsText("No.9 を保存しました。");
        submits(ichinoseki, "所属長へ提出", "件を提出しました。");
        submits(hiraizumi, "事務局へ提出", "4 件を提出しました。");

        hasNext(superior.as(DemonstrationUser.APPROVER), "承認を待っている \\d+ 件を見る", "approval");
        approves(superior);
        hasNext(colleague.as(DemonstrationUser.SECRETARIAT), "提出された \\d+ 件を確かめる", ROUND);
        theNextStepIsTheOneFilledButton(colleague);
        sendsBack(secretariat);
        hasNext(colleague.as(DemonstrationUser.ICHINOSEKI), "差し戻された 1 件を直す", OF_ICHINOSEKI);
        assertThat(colleague.main().locator(".next-steps")).containsText("理由：温泉施設の分も含めてください。");
        correctsAndSubmitsAgain(ichinoseki);
        approves(superior);
        sendsBack(secretariat);
        correctsAndSubmitsAgain(ichinoseki);
        approvesInTheSuperiorsPlace(secretariat);
        reminds(secretariat);
        confirms(secretariat);

        committee.as(DemonstrationUser.IIN).open("plans/" + PLAN + "/results/2023");
        assertThat(committee.main()).containsText("361,234");

        correctsAConfirmedFigure(secretariat);
        committee.page().reload();
        assertThat(committee.main()).containsText("361,235");
    }

    private static void opens(Visitor secretariat) {
        secretariat.open("plans/" + PLAN + "/collection");
        assertThat(secretariat.main()).containsText("まだ照会はありません。");
        Fields.choose(Fields.named(secretariat.main(), "年度"), "令和5年度");
        Fields.named(secretariat.main(), "依頼文（任意）").fill("数値と評価文を入力してください。");
        button(secretariat, "照会を始める").click();
        assertThat(secretariat.heading()).hasText("令和5年度 実績照会の進み具合");
        assertThat(secretariat.main()).containsText("受付中");
    }

    private static void isRefusedEverywhere(Visitor stranger) {
        for (String path : new String[] {
            "plans/" + PLAN + "/collection", ROUND, OF_ICHINOSEKI, OF_HIRAIZUMI, "plans/" + PLAN + "/history"
        }) {
            stranger.page().navigate(stranger.address(path));
            assertThat(stranger.heading()).hasText("ページが見つかりません");
        }
    }

    private static void entersFigures(Visitor hiraizumi) {
        hiraizumi.open("plans/" + PLAN + "/collection");
        hiraizumi
                .page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("平泉町の実績を入力"))
                .click();
        assertThat(hiraizumi.heading()).hasText("平泉町の実績を入力");
        assertThat(cell(hiraizumi, "9", "value")).isVisible();
        type(hiraizumi, "9", "value", "６１，２３４");
        hiraizumi.page().keyboard().press("Enter");
        assertThat(cell(hiraizumi, "10", "value")).isFocused();
        type(hiraizumi, "10", "value", "804(速報値)");
        hiraizumi.page().keyboard().press("Enter");
        assertThat(save(hiraizumi, "9")).hasText("保存済");
        assertThat(row(hiraizumi, "9")).containsText("61,234 と読みました");
        assertThat(save(hiraizumi, "10")).hasText("保存済");
        assertThat(cell(hiraizumi, "10", "note")).hasValue("速報値");
        type(hiraizumi, "19", "value", "25");
        hiraizumi.page().keyboard().press("Tab");
        assertThat(save(hiraizumi, "19")).hasText("保存済");
    }

    /** Both write the same cell while one of them is cut off. */
    private static void meetsAConflict(Visitor hiraizumi, Visitor secretariat) {
        hiraizumi.context().setOffline(true);
        type(hiraizumi, "15", "value", "4");
        hiraizumi.page().keyboard().press("Tab");
        assertThat(save(hiraizumi, "15")).hasText("未送信");

        secretariat.open(OF_HIRAIZUMI);
        type(secretariat, "15", "value", "5");
        secretariat.page().keyboard().press("Tab");
        assertThat(save(secretariat, "15")).hasText("保存済");

        hiraizumi.context().setOffline(false);
        Locator conflict = hiraizumi.page().locator("tr[data-below='15']");
        assertThat(conflict).containsText("一関市 政策企画課（事務局）");
        conflict.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("自分の入力にする"))
                .click();
        assertThat(save(hiraizumi, "15")).hasText("保存済");
        // the other one sees it by itself
        assertThat(cell(secretariat, "15", "value")).hasValue("4");
    }

    private static void writesNarrative(Visitor hiraizumi) {
        cell(hiraizumi, "9", "value").focus();
        assertThat(hiraizumi.page().locator(".entry-aside h2")).hasText("圏域内の宿泊者数");
        assertThat(hiraizumi.page().locator(".entry-aside")).containsText("令和4年度に書いたもの");
        hiraizumi.page().locator("#narrative-progress").fill("町内の宿泊施設の利用が戻りつつある。");
        hiraizumi.page().locator("#narrative-outlook").fill("周遊の企画を続ける。");
        hiraizumi.page().locator("#narrative-outlook").blur();
        assertThat(hiraizumi.page().locator(".narrative-status")).containsText("保存済");
    }

    /** The secretariat has the sheets of departments that nobody logs in for. */
    private static void pastesABlockOfTwentyByThree(Visitor secretariat) {
        secretariat.open(OF_ICHINOSEKI);
        assertThat(cell(secretariat, "1", "value")).isVisible();
        String block = IntStream.rangeClosed(1, 20)
                .mapToObj(line -> "%d\tR5\t報告%d".formatted(50 + line, line))
                .collect(Collectors.joining("\r\n"));
        cell(secretariat, "1", "value").focus();
        cell(secretariat, "1", "value").evaluate("""
                (input, text) => {
                  const clipboardData = new DataTransfer();
                  clipboardData.setData('text/plain', text);
                  input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
                }
                """, block);
        assertThat(secretariat.page().locator(".em-paste")).containsText("20 行のうち 20 行を読み取りました。");
        button(secretariat, "20 行を入れる").click();
        assertThat(save(secretariat, "1")).hasText("保存済");
        assertThat(save(secretariat, "20")).hasText("保存済");
        assertThat(cell(secretariat, "20", "note")).hasValue("報告20");
        // the year of the sheet itself says nothing
        assertThat(cell(secretariat, "20", "referenceYear")).hasValue("");
    }

    private static void submits(Visitor visitor, String label, String said) {
        button(visitor, label).click();
        visitor.page()
                .locator(".ask-box")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("提出する"))
                .click();
        assertThat(visitor.page().locator(".said")).containsText(said);
        assertThat(button(visitor, "引き戻す")).isVisible();
    }

    /** On the superior's own screen, to which the menu leads with the number. */
    private static void approves(Visitor superior) {
        superior.open("approval");
        assertThat(superior.heading()).hasText("承認");
        Locator sheet = superior.main().locator(".approval", new Locator.LocatorOptions().setHasText("照会を試すビジョン"));
        assertThat(sheet).containsText("No.9 圏域内の宿泊者数");
        assertThat(sheet).containsText("300,000");
        assertThat(superior.page().locator(".side-navigation a[aria-current]")).containsText("承認");
        assertThat(superior.page().locator(".side-navigation a[aria-current] .badge"))
                .containsText("件");
        sheet.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("件をすべて承認する")))
                .click();
        superior.page()
                .locator(".ask-box")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("承認する"))
                .click();
        assertThat(superior.page().locator(".said")).containsText("件を承認しました。");
        assertThat(sheet).hasCount(0);
    }

    /** The home page leads there; its first filled button is the first of what waits, and stands before what it is about. */
    private static void hasNext(Visitor visitor, String words, String path) {
        visitor.open("");
        assertThat(visitor.main()
                        .locator(".next-step")
                        .filter(new Locator.FilterOptions().setHasText("照会を試すビジョン"))
                        .locator(".button[href$='" + path + "']")
                        .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + words + "$"))))
                .hasCount(1);
        assertThat(visitor.main().locator(".next-steps .button.primary")).hasCount(1);
        assertThat(visitor.main().locator(".button.primary").first())
                .hasText(visitor.main()
                        .locator(".next-step")
                        .first()
                        .locator(":scope > :first-child")
                        .innerText());
    }

    private static void theNextStepIsTheOneFilledButton(Visitor secretariat) {
        secretariat.open(ROUND);
        Locator filled = secretariat.main().locator(".button.primary:visible");
        assertThat(filled).hasCount(1);
        assertThat(filled).hasText(Pattern.compile("提出された \\d+ 件を確かめる"));
        assertThat(secretariat.main().locator(".board-progress")).containsText("提出・確定");
        secretariat.page().locator("input[aria-label='No.9 一関市を選ぶ']").check();
        assertThat(secretariat.main().locator(".board-bar")).containsText("選んだもの 1 件");
        assertThat(filled).hasCount(1);
        assertThat(filled).hasText("選んだものを確定する");
        assertThat(secretariat.main().locator(".board-bar")).isInViewport();
        button(secretariat, "選んだものを照会から外す").click();
        secretariat
                .page()
                .locator(".ask-box")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("照会から外す"))
                .click();
        Locator asked = secretariat.page().locator(".ask-box");
        assertThat(asked).containsText("既に入力されています（No.9 一関市）");
        asked.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("やめる"))
                .click();
    }

    private static void sendsBack(Visitor secretariat) {
        secretariat.open(ROUND);
        secretariat.page().locator("input[aria-label='No.9 一関市を選ぶ']").check();
        button(secretariat, "選んだものを差し戻す").click();
        Locator box = secretariat.page().locator(".ask-box");
        box.locator("textarea").fill("温泉施設の分も含めてください。");
        box.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("差し戻す"))
                .click();
        assertThat(secretariat.page().locator(".said")).containsText("1 件を差戻ししました。");
    }

    private static void correctsAndSubmitsAgain(Visitor ichinoseki) {
        // the page follows by itself
        assertThat(row(ichinoseki, "9")).containsText("差戻し");
        cell(ichinoseki, "9", "value").focus();
        assertThat(ichinoseki.page().locator(".entry-aside")).containsText("温泉施設の分も含めてください。");
        type(ichinoseki, "9", "value", "300000");
        cell(ichinoseki, "9", "note").fill("温泉施設を含む");
        cell(ichinoseki, "9", "note").blur();
        assertThat(save(ichinoseki, "9")).hasText("保存済");
        submits(ichinoseki, "所属長へ提出", "1 件を提出しました。");
    }

    private static void approvesInTheSuperiorsPlace(Visitor secretariat) {
        secretariat.open(ROUND);
        secretariat.page().locator("input[aria-label='No.9 一関市を選ぶ']").check();
        // what is handed in already is passed over
        secretariat.page().locator("input[aria-label='No.9 平泉町を選ぶ']").check();
        button(secretariat, "所属長に代わって承認する").click();
        Locator box = secretariat.page().locator(".ask-box");
        assertThat(box).containsText("承認待ちの 1 件を、所属長に代わって承認します。");
        Locator approve = box.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("承認する"));
        approve.click();
        assertThat(box).containsText("「所属長に代わって承認する理由」を書いてください。");
        box.locator("textarea").fill("所属長が長期の不在のため");
        approve.click();
        assertThat(secretariat.page().locator(".said")).containsText("1 件を承認しました。");
        secretariat.open(ROUND);
        assertThat(button(secretariat, "所属長に代わって承認する")).hasCount(0);
    }

    private static void reminds(Visitor secretariat) {
        secretariat.open(ROUND);
        button(secretariat, "未提出に督促を送る").click();
        secretariat
                .page()
                .locator(".ask-box")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("督促を送る"))
                .click();
        // Of the departments that have not answered, none has somebody who could be written to.
        assertThat(secretariat.page().locator(".said")).containsText("督促は送りませんでした。22 課には宛先のある担当者がいません。事務局にお知らせします。");
    }

    private static void confirms(Visitor secretariat) {
        Fields.named(secretariat.main(), "提出されたものをすべて選ぶ").check();
        assertThat(secretariat.page().locator("input[aria-label='No.9 一関市を選ぶ']"))
                .isChecked();
        button(secretariat, "選んだものを確定する").click();
        secretariat
                .page()
                .locator(".ask-box")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("確定する"))
                .click();
        assertThat(secretariat.page().locator(".said")).containsText("件を確定しました。");
        assertThat(secretariat.page().locator(".board")).containsText("361,234");
    }

    private static void correctsAConfirmedFigure(Visitor secretariat) {
        secretariat.open(OF_ICHINOSEKI);
        row(secretariat, "9").locator(".em-lock").focus();
        assertThat(secretariat.page().locator(".entry-aside h2")).hasText("圏域内の宿泊者数");
        button(secretariat, "確定した値を、理由を書いて直す").click();
        Locator box = secretariat.page().locator(".entry-aside .ask-box");
        Locator note = Fields.named(box, "注・理由");
        assertThat(note).hasValue("温泉施設を含む");
        Fields.named(box, "実績").fill("300,001");
        Fields.named(box, "実績").blur();
        // The words of the old figure go with it, while the person looks.
        assertThat(note).hasValue("");
        button(secretariat, "直す").click();
        assertThat(box).containsText("「直す理由」を書いてください。");
        Fields.named(box, "直す理由").fill("1件の集計漏れ");
        button(secretariat, "直す").click();
        assertThat(secretariat.page().locator(".said")).containsText("No.9 を 300,001 に直しました。");
        secretariat.page().locator(".entry-aside summary").last().click();
        assertThat(secretariat.page().locator(".entry-aside")).containsText("1件の集計漏れ");
    }

    private static void type(Visitor visitor, String no, String field, String text) {
        cell(visitor, no, field).focus();
        cell(visitor, no, field).selectText();
        visitor.page().keyboard().type(text);
    }

    private static Locator row(Visitor visitor, String no) {
        return visitor.page().locator("tr.em-row[data-no='%s']".formatted(no));
    }

    private static Locator cell(Visitor visitor, String no, String field) {
        return visitor.page().locator("input[data-no='%s'][data-field='%s']".formatted(no, field));
    }

    private static Locator save(Visitor visitor, String no) {
        return row(visitor, no).locator(".em-save");
    }

    private static Locator button(Visitor visitor, String name) {
        return visitor.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
