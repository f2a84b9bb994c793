package jp.kyosei.ui.browser.meeting;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.MeetingPlan;
import jp.kyosei.backend.meeting.MeetingService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.PlanCopy;
import jp.kyosei.ui.RunningKyosei;
import jp.kyosei.ui.api.ApiClient;
import jp.kyosei.ui.browser.Fields;
import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What a meeting is for: the committee reads and writes before it, the town answers, the papers stay what they were when
 * they were issued, and when the time to write is over the committee is told so.
 */
@InBrowser
class CouncilWalkTest {
    private static final String PLAN = "ichinoseki-hiraizumi-council";
    private static final String READING = "plans/" + PLAN + "/reading/2022";
    private static final String QUESTION = "冬の宿泊が少ない理由を教えてください。";
    private static final String KEPT = "ここだけの話として、目標が高すぎると思います。";
    private static final String PROPOSAL = "冬の催しを町どうしでそろえてはどうでしょうか。";
    private static final String ANSWER = "1月と2月に休む宿があるためです。";

    @BeforeAll
    static void a_plan_of_its_own() {
        PlanCopy.of(PLAN, "懇談会の前後を試すビジョン");
    }

    @Test
    void committee_writes_town_answers_papers_stay_and_the_window_closes(
            Visitor secretariat, Visitor committee, Visitor hiraizumi) {
        String meeting = plans(secretariat.as(DemonstrationUser.SECRETARIAT));
        committee.page().setViewportSize(820, 1180);
        writesThreeNotes(committee.as(DemonstrationUser.IIN));
        answersWhatIsTheirs(hiraizumi.as(DemonstrationUser.HIRAIZUMI));
        committee.open(READING + "/9");
        assertThat(committee.main()).containsText(ANSWER);

        issues(secretariat, meeting);
        corrects();
        seesThatThePaperStayed(secretariat, meeting);
        presents(secretariat, meeting);
        closesTheWindow();
        cannotWriteAnyMore(committee);
    }

    private static String plans(Visitor secretariat) {
        LocalDate today = today();
        secretariat.open("plans/" + PLAN + "/meetings");
        field(secretariat, "懇談会の名称").fill("意見を集める懇談会");
        Fields.choose(field(secretariat, "どの年度の実績について"), "令和4年度");
        field(secretariat, "開催日").fill(today.plusDays(14).toString());
        field(secretariat, "意見の受付を始める日").fill(today.toString());
        field(secretariat, "意見の受付を終える日").fill(today.plusDays(7).toString());
        field(secretariat, "実績一覧を資料にする").check();
        button(secretariat, "この内容で計画する").click();
        assertThat(secretariat.heading()).hasText("意見を集める懇談会");
        secretariat.settle();
        return secretariat.page().url().replaceFirst(".*/plans/", "plans/");
    }

    private static void writesThreeNotes(Visitor committee) {
        committee.open("plans/" + PLAN + "/reading");
        assertThat(committee.main()).containsText("意見の受付");
        committee.open(READING + "/9");
        writes(committee, "質問", "MEMBERS", QUESTION);
        writes(committee, "意見", "COUNCIL", KEPT);
        committee.page().locator(".reading-next").click();
        assertThat(committee.page().locator(".reading-place")).hasText("10 / 33");
        writes(committee, "提案", "PUBLIC", PROPOSAL);
    }

    private static void writes(Visitor committee, String kind, String visibility, String text) {
        Locator box = committee.page().locator("kyosei-note-box[data-goes-on]");
        box.locator("textarea").fill(text);
        box.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(kind).setExact(true))
                .click();
        box.locator("select").selectOption(visibility);
        box.locator(".note-send").click();
        assertThat(committee.page().locator(".reading-own")).containsText(text);
        assertThat(box.locator("textarea")).hasValue("");
    }

    private static void answersWhatIsTheirs(Visitor hiraizumi) {
        hiraizumi.open("plans/" + PLAN + "/notes/2022");
        assertThat(hiraizumi.main()).containsText("冬の宿泊");
        assertThat(hiraizumi.main()).not().containsText("ここだけの話");
        hiraizumi.open("plans/" + PLAN + "/indicators/9/2022");
        Locator thread =
                hiraizumi.page().locator(".note-thread").filter(new Locator.FilterOptions().setHasText(QUESTION));
        thread.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("回答する"))
                .click();
        thread.locator("textarea").fill(ANSWER);
        thread.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("送る"))
                .click();
        assertThat(thread).containsText("回答済み");
        assertThat(hiraizumi.main()).not().containsText("ここだけの話");
    }

    private static void issues(Visitor secretariat, String meeting) {
        secretariat.open(meeting);
        button(secretariat, "資料を発行する").click();
        Locator box = secretariat.page().locator(".ask-box");
        box.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("発行する"))
                .click();
        assertThat(secretariat.page().locator(".said")).containsText("発行しました。");
    }

    /** A confirmed figure of 平泉町 turns out to be wrong. */
    private static void corrects() {
        ApiClient client = new ApiClient();
        String cell = "/api/v1/plans/" + PLAN + "/indicators/9/actuals/2022/034029";
        ApiClient.Answer corrected = client.put(
                DemonstrationUser.SECRETARIAT,
                cell,
                client.get(DemonstrationUser.SECRETARIAT, cell).header("ETag"),
                "{\"value\":1000,\"reason\":\"集計の誤り\"}");
        assertThat(corrected.status()).as(corrected.body()).isBetween(200, 204);
    }

    private static void seesThatThePaperStayed(Visitor secretariat, String meeting) {
        secretariat.open(meeting);
        assertThat(secretariat.main()).containsText("発行後に変わったところ");
        secretariat.open(meeting + "/papers/3");
        assertThat(secretariat.page().locator(".paper")).containsText("349,267");
        assertThat(secretariat.main()).containsText("圏域内の宿泊者数");
        assertThat(secretariat.page().locator(".differences")).containsText("349,267");
    }

    private static void presents(Visitor secretariat, String meeting) {
        secretariat.open(meeting + "/present/9");
        assertThat(secretariat.main()).containsText("349,267");
        assertThat(secretariat.main()).containsText(ANSWER);
        assertThat(secretariat.main()).not().containsText("ここだけの話");
    }

    /** The secretariat ends it a day early. */
    private static void closesTheWindow() {
        Actor secretariat = RunningKyosei.get()
                .bean(IdentityService.class)
                .actorOf(DemonstrationUser.SECRETARIAT.subject())
                .orElseThrow();
        MeetingService meetings = RunningKyosei.get().bean(MeetingService.class);
        Meeting meeting = meetings.meetings(secretariat, PLAN).meetings().getFirst();
        meetings.change(
                secretariat,
                meeting.id(),
                meeting.version(),
                new MeetingPlan(
                        meeting.fiscalYear(),
                        meeting.title(),
                        meeting.heldOn(),
                        meeting.startsAt(),
                        meeting.endsAt(),
                        meeting.place(),
                        today().minusDays(7),
                        today().minusDays(1),
                        meeting.agenda(),
                        meeting.participants(),
                        List.copyOf(meeting.materials().stream()
                                .map(material -> new MeetingPlan.Paper(material.title(), material.kind()))
                                .toList())));
    }

    private static void cannotWriteAnyMore(Visitor committee) {
        committee.open(READING + "/10");
        assertThat(committee.page().locator(".note-refusal")).containsText("意見の受付（意見を集める懇談会）は");
        assertThat(committee.page().locator(".note-refusal")).containsText("に終わりました。");
        assertThat(committee.page().locator(".note-send")).hasCount(0);
        assertThat(committee.page().locator(".reading-own")).containsText(PROPOSAL);
        ApiClient.Answer refused = new ApiClient()
                .post(
                        DemonstrationUser.IIN,
                        "/api/v1/plans/" + PLAN + "/indicators/9/notes",
                        "{\"kind\":\"OPINION\",\"visibility\":\"PUBLIC\",\"fiscalYear\":2022,\"text\":\"遅れた意見\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("に終わりました");
    }

    private static LocalDate today() {
        return LocalDate.now(RunningKyosei.get().bean(Clock.class));
    }

    private static Locator field(Visitor visitor, String label) {
        return Fields.named(visitor.main(), label);
    }

    private static Locator button(Visitor visitor, String name) {
        return visitor.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }
}
