package jp.kyosei.ui.browser.meeting;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Pattern;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.ui.PlanCopy;
import jp.kyosei.ui.RunningKyosei;
import jp.kyosei.ui.browser.Barriers;
import jp.kyosei.ui.browser.Fields;
import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.Screens;
import jp.kyosei.ui.browser.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A whole meeting, from the plan to the published minutes: the secretariat at its desk and at the projector, a committee
 * member who reads, and somebody of 美祢市 who finds nothing.
 */
@InBrowser
class MeetingTest {
    private static final String PLAN = "ichinoseki-hiraizumi-talk";
    private static final String MEETINGS = "plans/" + PLAN + "/meetings";
    private static final String TITLE = "令和5年度第2回懇談会";
    private static final String CONTROLS = "button, select, textarea, vaadin-button, vaadin-select";
    private static final String OUTCOME = "宿泊の内訳を次の資料に載せる。";

    @BeforeAll
    static void a_plan_of_its_own() {
        PlanCopy.of(PLAN, "懇談会を試すビジョン");
    }

    @Test
    void a_meeting_goes_from_its_plan_to_published_minutes(
            Visitor secretariat, Visitor colleague, Visitor committee, Visitor stranger) {
        plans(secretariat.as(DemonstrationUser.SECRETARIAT));
        String meeting = secretariat.page().url().replaceFirst(".*/plans/", "plans/");

        colleague.as(DemonstrationUser.SECRETARIAT).open(meeting);
        notesWhoComes(secretariat);
        assertThat(select(colleague, "試験 一子の出欠")).hasText("出席");

        issuesThePapers(secretariat, meeting);
        recordsAnOutcomeByKeyboard(secretariat, meeting);
        assertThat(colleague.main()).containsText(OUTCOME);

        writesTheMinutes(secretariat, meeting);
        isAskedWhetherTheyAreRight(secretariat, committee.as(DemonstrationUser.IIN), meeting);
        approvesAndPublishes(secretariat);
        readsWithoutControls(committee, meeting);
        findsNothing(stranger.as(DemonstrationUser.MINE), meeting);
    }

    private static void plans(Visitor secretariat) {
        secretariat.open(MEETINGS);
        assertThat(secretariat.main()).containsText("まだ懇談会はありません。");
        field(secretariat, "懇談会の名称").fill("");
        field(secretariat, "開催日").fill("");
        field(secretariat, "次第").fill("開会\n実績について\n閉会");
        button(secretariat, "この内容で計画する").click();
        assertThat(secretariat.page().locator(".problem-summary")).containsText("か所を直してください。");
        assertThat(field(secretariat, "懇談会の名称")).hasAttribute("aria-invalid", "true");
        assertThat(field(secretariat, "開催日")).hasAttribute("aria-invalid", "true");
        assertThat(field(secretariat, "次第")).hasValue("開会\n実績について\n閉会");

        LocalDate today = LocalDate.now(RunningKyosei.get().bean(Clock.class));
        LocalDate day = today.plusDays(20);
        field(secretariat, "懇談会の名称").fill(TITLE);
        Fields.choose(field(secretariat, "どの年度の実績について"), "令和4年度");
        field(secretariat, "開催日").fill(day.toString());
        field(secretariat, "場所").fill("一関市役所 大会議室");
        field(secretariat, "意見の受付を始める日").fill(today.toString());
        field(secretariat, "意見の受付を終える日").fill(day.minusDays(5).toString());
        field(secretariat, "出席者").fill("試験 一子、試験の会、会長\n試験 次郎\t\t委員\n【市町出席者】\n市長公室長\t試験 三郎\t見込み");
        field(secretariat, "実績一覧を資料にする").check();
        field(secretariat, "概要を資料にする").check();
        button(secretariat, "この内容で計画する").click();
        assertThat(secretariat.heading()).hasText(TITLE);
        assertThat(secretariat.main()).containsText("意見を受付中");
        secretariat.settle();
    }

    private static void notesWhoComes(Visitor secretariat) {
        Fields.choose(select(secretariat, "試験 一子の出欠"), "出席");
        assertThat(secretariat.page().locator(".save-state").first()).hasText("保存しました");
        Fields.choose(select(secretariat, "試験 三郎の出欠"), "代理");
        assertThat(secretariat.page().locator(".save-state").last()).hasText("保存しました");
        secretariat.page().reload();
        secretariat.settle();
        secretariat.page().getByText("日にち・次第・出席者・資料を変える").click();
        assertThat(field(secretariat, "出席者")).hasValue("試験 一子、試験の会、会長\n試験 次郎、、委員\n【市町出席者】\n市長公室長、試験 三郎、見込み");
    }

    private static void issuesThePapers(Visitor secretariat, String meeting) {
        button(secretariat, "資料を発行する").click();
        Locator box = secretariat.page().locator(".ask-box");
        assertThat(box).containsText("後で実績を直しても発行した資料は変わりません。");
        inBox(box, "発行する").click();
        assertThat(secretariat.page().locator(".said")).containsText("発行しました。");

        button(secretariat, "資料No.3を差し替えて発行").click();
        inBox(box, "差し替えて発行する").click();
        assertThat(secretariat.page().locator(".paper-list")).containsText("資料No.3（差替）");

        secretariat.open(meeting + "/papers/3");
        assertThat(secretariat.page().locator(".paper-label")).hasText("資料No.3（差替）");
        assertThat(secretariat.page().locator(".paper")).containsText("349,267");
        assertThat(secretariat.main()).containsText("発行したときから変わっていません。");
        secretariat.page().locator(".revisions a").click();
        assertThat(secretariat.page().locator(".paper-label")).hasText("資料No.3");
        assertThat(secretariat.main()).containsText("この資料は差し替えられています。");
    }

    private static void recordsAnOutcomeByKeyboard(Visitor secretariat, String meeting) {
        secretariat.open(meeting + "/present");
        assertThat(secretariat.heading()).hasText(TITLE);
        secretariat.page().keyboard().press("ArrowRight");
        assertThat(place(secretariat)).hasText("1 / 33");
        secretariat.page().keyboard().press(" ");
        assertThat(place(secretariat)).hasText("2 / 33");
        secretariat.page().keyboard().press("ArrowLeft");
        assertThat(place(secretariat)).hasText("1 / 33");

        secretariat.open(meeting + "/present/9");
        assertThat(place(secretariat)).hasText("9 / 33");
        assertThat(secretariat.main()).containsText("資料No.3（差替）の値");
        assertThat(secretariat.main()).containsText("349,267");
        secretariat.page().keyboard().press("o");
        assertThat(field(secretariat, "決まったこと・話されたこと")).isFocused();
        secretariat.page().keyboard().type(OUTCOME);
        secretariat.page().keyboard().press("Control+Enter");
        assertThat(secretariat.page().locator(".outcomes")).containsText(OUTCOME);
        assertThat(field(secretariat, "決まったこと・話されたこと")).hasValue("");
        // Whoever presses once more has nothing to be told.
        secretariat.page().keyboard().press("o");
        secretariat.page().keyboard().press("Control+Enter");
        assertThat(secretariat.page().locator(".outcome-form .save-state")).hasText("記録しました。");
        assertThat(secretariat.main()).not().containsText("決まったことを書いてください。");
        secretariat.page().keyboard().press("Escape");

        secretariat.page().keyboard().press("Escape");
        assertThat(secretariat.page()).hasURL(secretariat.at(meeting));
        assertThat(secretariat.page().locator(".outcomes").first()).containsText("No.9 圏域内の宿泊者数");
    }

    private static void writesTheMinutes(Visitor secretariat, String meeting) {
        secretariat.open(meeting + "/minutes");
        button(secretariat, "下書きを作る").click();
        Locator blocks = secretariat.page().locator(".minutes-block textarea");
        assertThat(blocks.first()).hasValue(TITLE + "　議事要旨");
        assertThat(secretariat.page().locator(".minutes-block[data-kind='title']"))
                .hasCount(1);
        assertThat(blocks.last()).hasValue(Pattern.compile(OUTCOME));
        blocks.last().click();
        button(secretariat, "下に加える").click();
        assertThat(blocks.last()).isFocused();
        button(secretariat, "文").click();
        secretariat.page().keyboard().insertText("次回は春に開く。");
        secretariat.page().reload();
        assertThat(blocks.last()).hasValue("次回は春に開く。");
        assertThat(secretariat.page().locator(".minutes-block").last()).hasAttribute("data-kind", "paragraph");
        assertThat(secretariat.page().locator(".minutes-status")).containsText("保存していない文を戻しました。");
        button(secretariat, "保存する").click();
        assertThat(secretariat.page().locator(".minutes-status")).containsText("保存しました。");
        button(secretariat, "見え方を確かめる").click();
        assertThat(secretariat.page().locator(".minutes-preview")).containsText("次回は春に開く。");
    }

    /** The member proposes, the secretariat takes it into the text. */
    private static void isAskedWhetherTheyAreRight(Visitor secretariat, Visitor committee, String meeting) {
        button(secretariat, "委員に確認を依頼する").click();
        inBox(secretariat.page().locator(".ask-box"), "依頼する").click();
        assertThat(secretariat.page().locator(".said")).containsText("委員に確認を依頼しました");

        committee.open(meeting);
        committee
                .page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("議事要旨を確かめる"))
                .click();
        assertThat(committee.main()).containsText("次回は春に開く。");
        button(committee, "「次回は春に開く。」の訂正を申し出る").click();
        Locator box = committee.page().locator(".ask-box");
        Fields.named(box, "訂正後の文").fill("次回は5月に開く。");
        inBox(box, "申し出る").click();
        assertThat(committee.page().locator(".said")).containsText("訂正を申し出ました。");
        for (int width : Screens.WIDTHS) {
            committee.width(width);
            org.assertj.core.api.Assertions.assertThat(Barriers.graveViolations(committee.page()))
                    .as("%d px", width)
                    .isEmpty();
            org.assertj.core.api.Assertions.assertThat(Barriers.sidewaysScroll(committee.page()))
                    .as("%d px", width)
                    .isEmpty();
        }
        committee.width(Visitor.DESK_WIDTH);

        // the page of the secretariat follows by itself
        Locator corrections = secretariat.page().locator(".minutes-round .corrections");
        assertThat(corrections).containsText("次回は5月に開く。");
        button(secretariat, "採用する").click();
        inBox(secretariat.page().locator(".ask-box"), "採用する").click();
        assertThat(secretariat.page().locator(".said")).containsText("採用し、本文を直しました。");
        assertThat(secretariat.page().locator(".minutes-block textarea").last()).hasValue("次回は5月に開く。");
        assertThat(committee.page().locator(".minutes-round .corrections")).containsText("採用");
        assertThat(committee.page().locator(".minutes-text")).containsText("次回は5月に開く。");
    }

    private static void approvesAndPublishes(Visitor secretariat) {
        button(secretariat, "承認する").click();
        inBox(secretariat.page().locator(".ask-box"), "承認する").click();
        assertThat(secretariat.page().locator(".said")).hasText("承認しました。");
        button(secretariat, "公開する").click();
        inBox(secretariat.page().locator(".ask-box"), "公開する").click();
        assertThat(secretariat.page().locator(".said")).hasText("公開しました。");
    }

    private static void readsWithoutControls(Visitor committee, String meeting) {
        committee.open(meeting);
        assertThat(committee.main()).containsText("試験 一子");
        assertThat(committee.main().locator(CONTROLS)).hasCount(0);
        committee
                .page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("議事要旨を読む"))
                .click();
        assertThat(committee.main().locator(".minutes-text")).containsText("次回は5月に開く。");
        assertThat(committee.main().locator(CONTROLS)).hasCount(0);
        committee.open(meeting + "/present/9");
        assertThat(committee.main()).containsText(OUTCOME);
        assertThat(committee.main().locator(CONTROLS)).hasCount(0);
    }

    private static void findsNothing(Visitor stranger, String meeting) {
        for (String path : new String[] {
            MEETINGS,
            meeting,
            meeting + "/papers/1",
            meeting + "/papers/1/0",
            meeting + "/present",
            meeting + "/present/9",
            meeting + "/minutes",
            // and not by way of a plan of their own
            meeting.replace(PLAN, "mine-strategy-2")
        }) {
            stranger.page().navigate(stranger.address(path));
            assertThat(stranger.heading()).hasText("ページが見つかりません");
        }
    }

    private static Locator place(Visitor visitor) {
        return visitor.page().locator(".stage-bar .place");
    }

    private static Locator field(Visitor visitor, String label) {
        return Fields.named(visitor.main(), label);
    }

    private static Locator select(Visitor visitor, String label) {
        return Fields.named(visitor.main(), label);
    }

    private static Locator inBox(Locator box, String name) {
        return box.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private static Locator button(Visitor visitor, String name) {
        return visitor.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }
}
