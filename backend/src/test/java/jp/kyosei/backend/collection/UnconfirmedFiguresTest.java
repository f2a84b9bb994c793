package jp.kyosei.backend.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.StoredRows;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.ActualService;
import jp.kyosei.backend.actual.cell.ActualState;
import jp.kyosei.backend.actual.narrative.NarrativeText;
import jp.kyosei.backend.collection.task.TaskSelection;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.backend.collection.task.TaskStep;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.meeting.MaterialKind;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.MeetingPlan;
import jp.kyosei.backend.meeting.MeetingService;
import jp.kyosei.backend.meeting.paper.PaperService;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.publishing.Licence;
import jp.kyosei.backend.publishing.PublicationPreview;
import jp.kyosei.backend.publishing.PublishOrder;
import jp.kyosei.backend.publishing.PublishingService;
import jp.kyosei.backend.results.YearFigure;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A figure that has a task which is not confirmed is a draft of that task, whichever way it came and whether the round is
 * open, closed or opened again. Each test uses indicators of its own.
 */
class UnconfirmedFiguresTest extends UnconfirmedFiguresCase {
    @ParameterizedTest
    @EnumSource(TaskState.class)
    void whichever_way_a_figure_was_written_it_is_seen_as_far_as_its_task_has_come(TaskState state) {
        setTask("6", ICHINOSEKI, state);
        write("6", ICHINOSEKI, "773");
        narrate("6", ICHINOSEKI, "目印773の成果");
        boolean confirmed = state == TaskState.CONFIRMED;

        assertThat(recorded("6").state()).isEqualTo(state.figures());
        for (boolean closed : List.of(false, true)) {
            if (closed) {
                collections.close(secretariat, PLAN, R5);
            }
            assertThat(allThatTheCommitteeReads("6").contains("773")).isEqualTo(confirmed);
            assertThat(allThatIsPublished().contains("773")).isEqualTo(confirmed);
            assertThat(figure(secretariat, "6"))
                    .extracting(YearFigure::text, YearFigure::provisional)
                    .containsExactly("773", !confirmed);
            boolean seenByTheOtherTown = confirmed || state == TaskState.SUBMITTED;
            assertThat(figure(backend.user(DemonstrationUser.HIRAIZUMI), "6")
                            .text()
                            .isEmpty())
                    .isEqualTo(!seenByTheOtherTown);
        }
        reopen();
        assertThat(allThatTheCommitteeReads("6").contains("773")).isEqualTo(confirmed);
    }

    @Test
    void a_paper_is_issued_without_what_is_not_confirmed() {
        write("8", ICHINOSEKI, "774");
        collections.close(secretariat, PLAN, R5);
        MeetingService meetings = backend.bean(MeetingService.class);
        Meeting meeting = meetings.plan(
                secretariat,
                PLAN,
                new MeetingPlan(
                        R5,
                        "懇談会",
                        today().plusDays(9),
                        null,
                        null,
                        "大会議室",
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(new MeetingPlan.Paper("実績一覧", MaterialKind.RESULTS))));
        PaperService papers = backend.bean(PaperService.class);
        papers.issue(secretariat, meeting.id(), Set.of());

        assertThat(withoutIdsAndMoments(
                        papers.paper(secretariat, meeting.id(), 1, null).toString()))
                .doesNotContain("774");
    }

    @Test
    void publishing_says_which_indicators_stay_blank_because_nobody_has_confirmed_them() {
        write("12", ICHINOSEKI, "775");
        collections.close(secretariat, PLAN, R5);

        assertThat(publication().blanks())
                .filteredOn(blank -> blank.no().equals("12"))
                .singleElement()
                .extracting(PublicationPreview.Blank::why)
                .isEqualTo(PublicationPreview.Why.UNCONFIRMED);
    }

    @Test
    void a_figure_of_the_whole_owner_in_place_of_the_towns_waits_until_all_of_them_are_confirmed() {
        enter(secretariat, "10", null, "776");
        enter(secretariat, "10", null, "1,776");
        assertThat(allThatTheCommitteeReads("10")).doesNotContain("1,776");
        assertThat(figure(secretariat, "10").provisional()).isTrue();

        for (MunicipalityCode town : List.of(ICHINOSEKI, HIRAIZUMI)) {
            enter(secretariat, "10", town, "集計不可");
            assertThat(allThatTheCommitteeReads("10")).doesNotContain("1,776");
            confirm("10", town);
        }
        assertThat(figure(iin, "10").text()).isEqualTo("1,776");

        tasks.step(secretariat, PLAN, R5, TaskStep.RETURN, TaskSelection.of("10", HIRAIZUMI), "内訳を入れてください。");
        assertThat(allThatTheCommitteeReads("10")).doesNotContain("1,776");
    }

    @Test
    void a_figure_that_only_the_secretariat_enters_waits_for_no_town() {
        enter(secretariat, "25", null, "777");
        assertThat(figure(iin, "25").text()).isEqualTo("777");
        assertThat(figure(iin, "25").provisional()).isFalse();
    }

    @Test
    void what_is_returned_or_withdrawn_is_a_draft_again_and_more_time_does_not_change_that() {
        enter(secretariat, "13", ICHINOSEKI, "778");
        tasks.step(secretariat, PLAN, R5, TaskStep.SUBMIT, TaskSelection.of("13", ICHINOSEKI), "", open -> true);
        tasks.step(secretariat, PLAN, R5, TaskStep.WITHDRAW, TaskSelection.of("13", ICHINOSEKI), "");
        assertThat(allThatTheCommitteeReads("13")).doesNotContain("778");
        confirm("13", ICHINOSEKI);
        assertThat(allThatTheCommitteeReads("13")).contains("778");

        tasks.step(secretariat, PLAN, R5, TaskStep.RETURN, TaskSelection.of("13", ICHINOSEKI), "確かめてください。");
        tasks.extend(secretariat, PLAN, R5, today().plusDays(40), TaskSelection.ALL, "再照会のため");
        collections.close(secretariat, PLAN, R5);
        assertThat(allThatTheCommitteeReads("13")).doesNotContain("778");
        reopen();
        assertThat(allThatTheCommitteeReads("13")).doesNotContain("778");
    }

    @Test
    void a_task_whose_figure_came_another_way_can_be_submitted() {
        write("24", HIRAIZUMI, "79.5");
        assertThat(task("24", HIRAIZUMI).state()).isEqualTo(TaskState.NOT_STARTED);
        confirm("24", HIRAIZUMI);
        assertThat(figure(iin, "24").text()).isEqualTo("79.5");
    }

    @Test
    void opening_a_round_leaves_confirmed_figures_confirmed_and_makes_words_without_a_figure_a_draft() {
        YearFigure before = figure(iin, "11", R4);
        assertThat(before.text()).isEqualTo("1,130");
        assertThat(narratives("7", R4, iin)).hasSize(2);

        collections.open(secretariat, PLAN, new OpenRound(R4, today().plusDays(9), "", Set.of("7", "11"), Set.of()));

        assertThat(task("11", R4, ICHINOSEKI).state()).isEqualTo(TaskState.CONFIRMED);
        assertThat(figure(iin, "11", R4)).isEqualTo(before);
        assertThat(narratives("11", R4, iin)).hasSize(1);
        // 7 の R4 は圏域の値だけで、市町村の値はない
        assertThat(task("7", R4, HIRAIZUMI).state()).isEqualTo(TaskState.DRAFT);
        assertThat(narratives("7", R4, iin)).isEmpty();
        assertThat(narratives("7", R4, secretariat)).hasSize(2);
        assertThat(figure(iin, "7", R4).text()).isEmpty();
        assertThat(figure(secretariat, "7", R4).provisional()).isTrue();
    }

    @Test
    void a_year_without_a_round_and_a_town_without_a_task_are_corrected_and_confirmed_by_the_secretariat() {
        FiscalYear r3 = new FiscalYear(2021);
        entries.enter(secretariat, PLAN, r3, ICHINOSEKI, List.of(edit("14", "447", "集計漏れ")));
        assertThat(figure(iin, "14", r3).text()).isEqualTo("447");

        collections.open(
                secretariat, PLAN, new OpenRound(r3, today().plusDays(9), "", Set.of("10"), Set.of(HIRAIZUMI)));
        entries.enter(secretariat, PLAN, r3, HIRAIZUMI, List.of(edit("10", "5", "")));
        entries.enter(secretariat, PLAN, r3, ICHINOSEKI, List.of(edit("10", "6", "")));
        assertThat(figure(iin, "10", r3).byTown())
                .extracting(part -> part.municipality().value() + " " + part.text())
                .containsExactly("032093 6");
    }

    private List<NarrativeText> narratives(String no, FiscalYear year, Actor actor) {
        return results.indicator(actor, PLAN, no, year).narratives().stream()
                .filter(narrative -> narrative.fiscalYear().equals(year))
                .map(narrative -> narrative.text())
                .toList();
    }

    private PublicationPreview publication() {
        return backend.bean(PublishingService.class)
                .preview(secretariat, PLAN, new PublishOrder(R5, true, true, Licence.UNSTATED));
    }

    private String allThatIsPublished() {
        return withoutIdsAndMoments(publication().document().toString());
    }

    private Actual recorded(String no) {
        IndicatorId id = indicator(no);
        return backend.bean(TenantDoor.class).read(secretariat, () -> backend
                .bean(ActualService.class)
                .figuresWithin(secretariat, backend.bean(PlanService.class).inForceWithin(secretariat, PLAN))
                .actuals()
                .stream()
                .filter(actual -> actual.indicator().equals(id)
                        && actual.fiscalYear().equals(R5)
                        && ICHINOSEKI.equals(actual.municipality()))
                .findFirst()
                .orElseThrow());
    }

    private void setTask(String no, MunicipalityCode town, TaskState state) {
        sql("""
                update kyosei.collection_task t set state = ? from kyosei.collection_round r
                where r.id = t.round_id and r.fiscal_year = 2023 and t.indicator_id = ? and t.municipality_code = ?""", state.name(), indicator(no).value(), town.value());
    }

    /** As somebody would who asks nothing: confirmed. */
    private void write(String no, MunicipalityCode town, String value) {
        sql(
                """
                insert into kyosei.actual (owner_id, indicator_id, fiscal_year, municipality_code, value, state, entered_by, entered_at)
                select owner_id, id, 2023, ?, cast(? as numeric), ?, gen_random_uuid(), now() from kyosei.indicator where id = ?
                on conflict on constraint actual_key do nothing""",
                town.value(),
                value,
                ActualState.CONFIRMED.name(),
                indicator(no).value());
    }

    private void narrate(String no, MunicipalityCode town, String words) {
        sql("""
                insert into kyosei.narrative (owner_id, indicator_id, fiscal_year, municipality_code, progress, outlook, written_by,
                                       written_at)
                select owner_id, id, 2023, ?, ?, '', gen_random_uuid(), now() from kyosei.indicator where id = ?
                on conflict on constraint narrative_key do nothing""", town.value(), words, indicator(no).value());
    }

    private static void sql(String sql, Object... parameters) {
        StoredRows.write(backend, sql, parameters);
    }
}
