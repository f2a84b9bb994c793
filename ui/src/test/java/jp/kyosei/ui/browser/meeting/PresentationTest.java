package jp.kyosei.ui.browser.meeting;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
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

/** The meeting on the projector, and the window beside it in which somebody records. */
@InBrowser
class PresentationTest {
    private static final String PLAN = "ichinoseki-hiraizumi-stage";
    private static String meeting = "";

    @BeforeAll
    static void a_meeting_with_its_paper() {
        PlanCopy.of(PLAN, "映す画面を試すビジョン");
        Actor secretariat = RunningKyosei.get()
                .bean(IdentityService.class)
                .actorOf(DemonstrationUser.SECRETARIAT.subject())
                .orElseThrow();
        LocalDate day = LocalDate.now(RunningKyosei.get().bean(Clock.class));
        Meeting planned = RunningKyosei.get()
                .bean(MeetingService.class)
                .plan(
                        secretariat,
                        PLAN,
                        new MeetingPlan(
                                new FiscalYear(2022),
                                "映す懇談会",
                                day,
                                null,
                                null,
                                "",
                                null,
                                null,
                                List.of("議事"),
                                List.of(),
                                List.of(new MeetingPlan.Paper("実績一覧", MaterialKind.RESULTS))));
        RunningKyosei.get().bean(PaperService.class).issue(secretariat, planned.id(), Set.of());
        meeting = "plans/%s/meetings/%s".formatted(PLAN, planned.id().value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "9", "12", "28"})
    void an_indicator_stands_on_one_screen_with_what_the_towns_did_and_without_a_word_about_keys(
            String no, Visitor secretariat) {
        secretariat.as(DemonstrationUser.SECRETARIAT);
        secretariat.page().setViewportSize(1280, 720);
        secretariat.open(meeting + "/present/" + no);

        assertThat(secretariat.main()).containsText("各市町が行ったこと");
        assertThat(number(secretariat, "() => document.documentElement.scrollHeight"))
                .isLessThanOrEqualTo(720);
        assertThat(number(
                        secretariat,
                        "() => document.querySelector('kyosei-stage-texts').getBoundingClientRect().bottom"))
                .isLessThanOrEqualTo(number(
                        secretariat, "() => document.querySelector('.stage-steps').getBoundingClientRect().top"));
        assertThat(number(
                        secretariat,
                        "() => parseFloat(getComputedStyle(document.querySelector('kyosei-stage-texts')).fontSize)"))
                .isGreaterThanOrEqualTo(16);
        for (String key : List.of("O キー", "Esc", "Ctrl", "か スペース")) {
            assertThat(secretariat.page().locator("body")).not().containsText(key);
        }
    }

    @Test
    void the_window_beside_goes_along_with_what_is_presented_unless_somebody_types(Visitor secretariat) {
        secretariat.as(DemonstrationUser.SECRETARIAT).open(meeting + "/present/1");
        Page recording = secretariat.context().newPage();
        recording.navigate(secretariat.address(meeting + "/record"));
        assertThat(recording.locator("main h1")).hasText("記録用の窓");

        secretariat.page().keyboard().press("ArrowRight");
        assertThat(secretariat.page().locator(".stage-bar .place")).hasText("2 / 33");
        assertThat(recording.locator("main h1")).hasText("ワクチン接種率");

        recording.locator(".outcome-form textarea").fill("書いている途中の文");
        secretariat.page().keyboard().press("ArrowRight");
        assertThat(recording.locator("[data-moved]")).containsText("No.3");
        assertThat(recording.locator("main h1")).hasText("ワクチン接種率");
        recording.locator(".outcome-form textarea").press("Control+Enter");
        assertThat(recording.locator(".outcomes")).containsText("書いている途中の文");
    }

    private static double number(Visitor visitor, String script) {
        return ((Number) visitor.page().evaluate(script)).doubleValue();
    }
}
