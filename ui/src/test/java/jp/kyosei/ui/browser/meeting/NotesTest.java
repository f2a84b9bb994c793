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

/** Notes on an indicator: who sees them, who answers, and how the secretariat keeps them in hand. */
@InBrowser
class NotesTest {
    private static final String PLAN = "ichinoseki-hiraizumi-notes";
    private static final String OF_TWO = "ichinoseki-hiraizumi-notes-of-two";
    private static final String NINE = "plans/" + PLAN + "/indicators/9/2022";
    private static final String NOTES = "plans/" + PLAN + "/notes/2022";
    private static final String KEPT = "委員会の中だけの話です。";
    private static final String ASKED = "宿泊者数には日帰りを含みますか。";
    private static final String OPEN_TO_ALL = "案内板が見やすくなりました。";

    @BeforeAll
    static void plans_of_its_own() {
        PlanCopy.of(PLAN, "意見を試すビジョン");
        PlanCopy.of(OF_TWO, "二人で直すビジョン");
    }

    @Test
    void notes_are_seen_answered_assigned_closed_and_made_wider(Visitor secretariat, Visitor hiraizumi) {
        secretariat.as(DemonstrationUser.SECRETARIAT).open(NINE);
        writes(secretariat, KEPT, "OPINION", "COUNCIL");
        writes(secretariat, ASKED, "QUESTION", "MEMBERS");
        writes(secretariat, OPEN_TO_ALL, "OPINION", "PUBLIC");
        assertThat(thread(secretariat, KEPT)).containsText("見える人：委員と事務局");

        hiraizumi.as(DemonstrationUser.HIRAIZUMI);
        assertThat(hiraizumi.main()).containsText("回答をお願いされている意見・質問 2 件");
        hiraizumi.open(NINE);
        assertThat(thread(hiraizumi, ASKED)).containsText("新着");
        assertThat(thread(hiraizumi, ASKED)).containsText("未回答");
        assertThat(thread(hiraizumi, OPEN_TO_ALL)).isVisible();
        assertThat(hiraizumi.main()).not().containsText(KEPT);
        assertThat(button(thread(hiraizumi, ASKED), "完了にする")).hasCount(0);
        assertThat(button(thread(hiraizumi, ASKED), "担当を決める")).hasCount(0);

        answersWhileTheSecretariatTypes(hiraizumi, secretariat);
        assignsInBulk(secretariat);
        seesWhatIsAssigned(hiraizumi);
        closesAndOpensAgain(secretariat);
        widensWithConsent(hiraizumi, secretariat);
        editsAndWithdraws(hiraizumi);
    }

    /** The answer appears at the other's screen, where a box stays open with what is typed in it. */
    private static void answersWhileTheSecretariatTypes(Visitor hiraizumi, Visitor secretariat) {
        button(thread(secretariat, ASKED), "返信").click();
        area(thread(secretariat, ASKED)).fill("町に確かめて");

        button(thread(hiraizumi, ASKED), "回答する").click();
        area(thread(hiraizumi, ASKED)).fill("日帰りは**含みません**。");
        button(thread(hiraizumi, ASKED), "送る").click();
        assertThat(thread(hiraizumi, ASKED)).containsText("回答しました。");
        assertThat(thread(hiraizumi, ASKED).locator(".note-reply.answer strong"))
                .hasText("含みません");
        assertThat(area(thread(hiraizumi, ASKED))).hasCount(0);

        assertThat(thread(secretariat, ASKED)).containsText("回答済み");
        assertThat(thread(secretariat, ASKED).locator(".note-reply.answer")).containsText("平泉町");
        assertThat(area(thread(secretariat, ASKED))).hasValue("町に確かめて");
        button(thread(secretariat, ASKED), "送る").click();
        assertThat(thread(secretariat, ASKED)).containsText("返信しました。");
        assertThat(thread(hiraizumi, ASKED)).containsText("町に確かめて");
    }

    private static void assignsInBulk(Visitor secretariat) {
        secretariat.open(NOTES);
        assertThat(secretariat.heading()).hasText("意見・質問");
        assertThat(secretariat.main()).containsText("意見・質問（3 件）");
        assertThat(secretariat.main()).containsText("担当未定");
        Fields.choose(Fields.named(secretariat.main(), "見える人"), "公開");
        assertThat(secretariat.main()).containsText("意見・質問（1 件）");
        assertThat(secretariat.page()).hasURL(secretariat.at(NOTES));
        secretariat.open(NOTES + "?visibility=PUBLIC");
        assertThat(secretariat.main()).containsText("意見・質問（1 件）");
        secretariat.page().getByLabel("表示している意見をすべて選ぶ").check();
        button(secretariat.main(), "選んだ 1 件の担当を決める").click();
        Locator ask = secretariat.page().locator(".ask-box");
        Fields.chooseWith(Fields.choiceIn(ask), "平泉町");
        button(ask, "決める").click();
        assertThat(secretariat.main()).containsText("1 件の担当を「平泉町");
        assertThat(row(secretariat, OPEN_TO_ALL)).containsText("平泉町");
    }

    private static void seesWhatIsAssigned(Visitor hiraizumi) {
        hiraizumi.open(NOTES + "?state=mine");
        assertThat(hiraizumi.main()).containsText("意見・質問（1 件）");
        button(row(hiraizumi, OPEN_TO_ALL), "開く").click();
        assertThat(thread(hiraizumi, OPEN_TO_ALL)).containsText("回答の担当：平泉町");
        button(row(hiraizumi, OPEN_TO_ALL), "閉じる").click();
        assertThat(thread(hiraizumi, OPEN_TO_ALL)).hasCount(0);
    }

    private static void closesAndOpensAgain(Visitor secretariat) {
        secretariat.open(NOTES);
        button(row(secretariat, ASKED), "開く").click();
        button(thread(secretariat, ASKED), "完了にする").click();
        assertThat(row(secretariat, ASKED)).containsText("完了");
        assertThat(button(thread(secretariat, ASKED), "返信")).hasCount(0);
        button(thread(secretariat, ASKED), "もう一度開く").click();
        assertThat(row(secretariat, ASKED)).containsText("未回答");
    }

    /** What the town wrote is shown to more only as it agreed. */
    private static void widensWithConsent(Visitor hiraizumi, Visitor secretariat) {
        hiraizumi.open(NINE);
        writes(hiraizumi, "町からの提案です。", "PROPOSAL", "MEMBERS");
        secretariat.open(NINE);
        Locator thread = thread(secretariat, "町からの提案です。");
        button(thread, "見える人を広げる").click();
        button(thread, "広げる").click();
        assertThat(thread).containsText("を書いてください。");
        thread.locator(".ask-box textarea").fill("4月1日に電話で同意");
        button(thread, "広げる").click();
        assertThat(thread).containsText("見える人：公開");
        button(thread, "経過を見る").click();
        assertThat(thread).containsText("4月1日に電話で同意");
        assertThat(thread(hiraizumi, "町からの提案です。")).containsText("見える人：公開");
    }

    private static void editsAndWithdraws(Visitor hiraizumi) {
        Locator thread = thread(hiraizumi, "町からの提案です。");
        button(thread, "直す").click();
        area(thread).fill("町からの新しい提案です。");
        button(thread, "直したものを送る").click();
        Locator edited = thread(hiraizumi, "町からの新しい提案です。");
        assertThat(edited).containsText("に直しました");
        button(edited, "経過を見る").click();
        assertThat(edited.locator(".note-before")).containsText("町からの提案です。");
        button(edited, "取り下げる").click();
        button(edited.locator(".ask-box"), "取り下げる").click();
        assertThat(edited).containsText("取り下げ");
    }

    @Test
    void what_is_typed_stays_when_somebody_else_was_faster(Visitor author, Visitor again) {
        author.as(DemonstrationUser.SECRETARIAT).open("plans/" + OF_TWO + "/notes/sections/1");
        writes(author, "分野についての意見です。", "OPINION", "MEMBERS");
        again.as(DemonstrationUser.SECRETARIAT).open("plans/" + OF_TWO + "/notes/sections/1");
        button(thread(author, "分野についての意見です。"), "直す").click();
        area(author.page().locator(".note-thread")).fill("こちらで直しています。");
        button(again.page().locator(".note-thread"), "直す").click();
        area(again.page().locator(".note-thread")).fill("先に直しました。");
        button(again.page().locator(".note-thread"), "直したものを送る").click();
        assertThat(again.page().locator(".note-thread")).containsText("直しました。");

        assertThat(author.page().locator(".note-thread")).containsText("先に直しました。");
        button(author.page().locator(".note-thread"), "直したものを送る").click();
        assertThat(author.page().locator(".note-thread")).containsText("ほかの人が先に変更しました");
        assertThat(area(author.page().locator(".note-thread"))).hasValue("こちらで直しています。");
        button(author.page().locator(".note-thread"), "直したものを送る").click();
        assertThat(author.page().locator(".note-thread .note-text").first()).hasText("こちらで直しています。");

        author.open("plans/" + OF_TWO);
        assertThat(author.main()).containsText("意見 1 件");
        assertThat(author.main()).containsText("意見を書く");
    }

    @Test
    void the_committee_reads_why_it_cannot_write_now(Visitor committee) {
        committee.as(DemonstrationUser.IIN).open(NINE);
        assertThat(committee.page().locator(".note-panel")).containsText("受付");
        assertThat(area(committee.page().locator(".note-panel"))).hasCount(0);
    }

    private static void writes(Visitor visitor, String text, String kind, String visibility) {
        Locator box = visitor.page().locator(".note-panel > kyosei-note-box");
        area(box).fill(text);
        String label =
                switch (kind) {
                    case "QUESTION" -> "質問";
                    case "PROPOSAL" -> "提案";
                    default -> "意見";
                };
        button(box, label).click();
        box.locator("select").selectOption(visibility);
        button(box, "送る").click();
        assertThat(thread(visitor, text)).isVisible();
        assertThat(area(box)).hasValue("");
    }

    private static Locator thread(Visitor visitor, String text) {
        return visitor.page().locator(".note-thread").filter(new Locator.FilterOptions().setHasText(text));
    }

    private static Locator row(Visitor visitor, String text) {
        return visitor.page().locator("tr.note-row").filter(new Locator.FilterOptions().setHasText(text));
    }

    private static Locator area(Locator place) {
        return place.locator("textarea");
    }

    private static Locator button(Locator place, String name) {
        return place.getByRole(
                AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName(name).setExact(!name.endsWith("く") && !name.endsWith("閉じる")));
    }
}
