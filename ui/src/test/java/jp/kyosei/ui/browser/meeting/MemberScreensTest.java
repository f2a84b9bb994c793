package jp.kyosei.ui.browser.meeting;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.identity.IdentityService;
import jp.kyosei.backend.meeting.MaterialKind;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.MeetingPlan;
import jp.kyosei.backend.meeting.MeetingService;
import jp.kyosei.backend.meeting.paper.PaperService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.ui.PlanCopy;
import jp.kyosei.ui.RunningKyosei;
import jp.kyosei.ui.browser.InBrowser;
import jp.kyosei.ui.browser.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a committee member sees: one frame with few words, and papers that can be read on a tablet and on a telephone. */
@InBrowser
class MemberScreensTest {
    private static final String PLAN = "ichinoseki-hiraizumi-member";
    private static final String NEXT = "次に開く懇談会";
    private static final String AFTER = "その次に開く懇談会";
    private static final int PHONE = 390;

    /** The smallest letters on the screen, in CSS pixels as they are seen, also within pictures. */
    private static final String SMALLEST = """
            () => {
              let smallest = 1000;
              const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
              for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const element = node.parentElement;
                if (!node.textContent.trim() || !element.checkVisibility()) continue;
                const svg = element.closest('svg');
                const scale = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
                smallest = Math.min(smallest, parseFloat(getComputedStyle(element).fontSize) * scale);
              }
              return smallest;
            }
            """;

    private static final String OVER_THE_EDGE = """
            () => [...document.querySelectorAll('main *')]
              .filter((part) => part.checkVisibility() && part.getBoundingClientRect().right > window.innerWidth + 1)
              .map((part) => part.className || part.tagName)
            """;

    private static String meeting = "";

    @BeforeAll
    static void two_meetings_to_come_and_papers_of_the_first() {
        PlanCopy.of(PLAN, "委員の画面を試すビジョン");
        Actor secretariat = RunningKyosei.get()
                .bean(IdentityService.class)
                .actorOf(DemonstrationUser.SECRETARIAT.subject())
                .orElseThrow();
        LocalDate today = LocalDate.now(RunningKyosei.get().bean(Clock.class));
        MeetingService meetings = RunningKyosei.get().bean(MeetingService.class);
        Meeting next = meetings.plan(secretariat, PLAN, plan(NEXT, today.plusDays(10), today));
        meetings.plan(secretariat, PLAN, plan(AFTER, today.plusDays(60), today.plusDays(30)));
        RunningKyosei.get().bean(PaperService.class).issue(secretariat, next.id(), Set.of());
        meeting = "plans/%s/meetings/%s".formatted(PLAN, next.id().value());
    }

    private static MeetingPlan plan(String title, LocalDate day, LocalDate opens) {
        return new MeetingPlan(
                new FiscalYear(2022),
                title,
                day,
                null,
                null,
                "一関市役所",
                opens,
                day.minusDays(3),
                List.of("開会", "議事"),
                List.of(),
                List.of(
                        new MeetingPlan.Paper("実績一覧", MaterialKind.RESULTS),
                        new MeetingPlan.Paper("概要", MaterialKind.OVERVIEW),
                        new MeetingPlan.Paper("達成度の推移", MaterialKind.TREND),
                        new MeetingPlan.Paper("意見一覧", MaterialKind.NOTES)));
    }

    @Test
    void home_says_first_when_the_next_meeting_is_with_its_papers_and_every_window_and_no_word_of_managing(
            Visitor committee) {
        committee.as(DemonstrationUser.IIN).open("");

        Locator plan =
                committee.main().locator(".member-plan").filter(new Locator.FilterOptions().setHasText("委員の画面を試すビジョン"));
        Locator next = plan.locator(".member-card").first();
        assertThat(next).containsText("次の懇談会");
        assertThat(next).containsText(NEXT);
        assertThat(next).containsText("一関市役所");
        assertThat(next.locator(".member-links a")).hasCount(4);
        assertThat(plan).containsText(AFTER);
        assertThat(plan.getByText("意見の受付")).hasCount(4);
        for (String word : List.of("指摘", "団体と権限", "ファイルの取込", "評価の決まり", "設定", "実績照会", "スクリーンに映す")) {
            assertThat(committee.page().locator("body")).not().containsText(word);
        }
        next.locator(".member-links a").first().click();
        assertThat(committee.heading()).containsText("資料No.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/meetings", "/results/2022", "/indicators/17/2022", "/notes/2022", "/reading", "/vision"})
    void one_frame_stands_around_whatever_a_member_opens(String page, Visitor committee) {
        committee.as(DemonstrationUser.IIN).open(page.isEmpty() ? "" : "plans/" + PLAN + page);

        Locator ways = committee.page().locator("nav.member-ways");
        assertThat(ways).isVisible();
        assertThat(ways.locator("a").first()).hasText("ホーム");
        assertThat(committee.page().locator(".text-size")).isVisible();
        assertThat(committee.page().locator("#side-navigation")).hasCount(0);
        assertThat(committee.page().locator("main .flag")).hasCount(0);
        assertThat(committee.main()).not().containsText("指摘");
    }

    @Test
    void a_meeting_has_no_word_of_managing_for_a_member(Visitor committee) {
        committee.as(DemonstrationUser.IIN).open(meeting);

        assertThat(committee.heading()).hasText(NEXT);
        assertThat(committee.main()).containsText("次第");
        for (String word : List.of("スクリーンに映す", "差し替えて発行", "発行後に変わった", "中止にする")) {
            assertThat(committee.main()).not().containsText(word);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void a_paper_is_read_page_by_page_in_letters_that_grow_and_nothing_lies_over_the_edge(
            int paper, Visitor committee) {
        committee.width(820).as(DemonstrationUser.IIN).open(meeting + "/papers/" + paper);
        committee
                .page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("はじめから読む"))
                .click();
        assertThat(committee.page().locator(".reading-place")).containsText("1 / ");
        for (int width : new int[] {820, PHONE}) {
            committee.width(width);
            double usual = smallest(committee);
            assertThat(usual).as("letters at %d px", width).isGreaterThanOrEqualTo(16);
            committee.page().locator(".text-size-choice.largest").click();
            assertThat(smallest(committee)).as("large letters at %d px", width).isGreaterThan(usual * 1.3);
            assertThat((List<?>) committee.page().evaluate(OVER_THE_EDGE)).isEmpty();
            committee.page().locator(".text-size-choice.normal").click();
        }
        assertThat(((Number) committee.page().evaluate("() => document.documentElement.scrollHeight")).doubleValue())
                .isLessThan(5000);
    }

    @Test
    void pages_follow_each_other_by_button_and_by_key_and_end_where_the_paper_ends(Visitor committee) {
        committee.width(820).as(DemonstrationUser.IIN).open(meeting + "/papers/1/issues/0/pages/1");
        assertThat(committee.page().locator(".reading-place")).hasText("1 / 33");
        committee.page().locator(".reading-pager .primary").click();
        assertThat(committee.page().locator(".reading-place")).hasText("2 / 33");
        committee.page().keyboard().press("ArrowLeft");
        assertThat(committee.page().locator(".reading-place")).hasText("1 / 33");
        committee.open(meeting + "/papers/1/issues/0/pages/9");
        assertThat(committee.main()).containsText("349,267");
        for (String absent :
                List.of("/papers/1/issues/0/pages/34", "/papers/1/issues/0/pages/0", "/papers/1/issues/7/pages/1")) {
            committee.page().navigate(committee.address(meeting + absent));
            assertThat(committee.heading()).hasText("ページが見つかりません");
        }
    }

    @Test
    void letters_of_a_chart_can_be_read_on_a_telephone_and_grow_with_the_type(Visitor committee) {
        committee.width(PHONE).as(DemonstrationUser.IIN).open("plans/" + PLAN + "/reading/2022/9");
        double usual = letters(committee);
        assertThat(usual).isGreaterThanOrEqualTo(14);
        committee.page().locator(".text-size-choice.largest").click();
        assertThat(letters(committee)).isGreaterThan(usual * 1.3);
        committee.page().locator(".text-size-choice.normal").click();
        committee.open("plans/" + PLAN + "/indicators/9/2022");
        assertThat(letters(committee)).isGreaterThanOrEqualTo(14);
    }

    private static double letters(Visitor visitor) {
        return ((Number) visitor.page().evaluate(SMALLEST.replace("'main'", "'.target-chart'"))).doubleValue();
    }

    private static double smallest(Visitor visitor) {
        return ((Number) visitor.page().evaluate(SMALLEST)).doubleValue();
    }
}
