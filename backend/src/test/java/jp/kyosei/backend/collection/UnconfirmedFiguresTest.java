package jp.kyosei.backend.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.StoredRows;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.ActualService;
import jp.kyosei.backend.actual.cell.ActualState;
import jp.kyosei.backend.actual.narrative.NarrativeText;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.backend.collection.board.BoardService;
import jp.kyosei.backend.collection.board.CollectionBoard;
import jp.kyosei.backend.collection.entry.CellEdit;
import jp.kyosei.backend.collection.entry.EntryOutcome;
import jp.kyosei.backend.collection.entry.EntryService;
import jp.kyosei.backend.collection.entry.TypedCell;
import jp.kyosei.backend.collection.task.CollectionTask;
import jp.kyosei.backend.collection.task.TaskSelection;
import jp.kyosei.backend.collection.task.TaskService;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.backend.collection.task.TaskStep;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.applying.ImportApplying;
import jp.kyosei.backend.importing.applying.ImportPreviews;
import jp.kyosei.backend.importing.document.ImportRefusedException;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.inbox.ImportInbox;
import jp.kyosei.backend.importing.inbox.ImportState;
import jp.kyosei.backend.importing.inbox.NewImport;
import jp.kyosei.backend.importing.reading.Finding;
import jp.kyosei.backend.importing.undoing.ImportUndoing;
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
import jp.kyosei.backend.report.ReportFormat;
import jp.kyosei.backend.report.ReportKind;
import jp.kyosei.backend.report.ReportService;
import jp.kyosei.backend.results.ResultsService;
import jp.kyosei.backend.results.YearFigure;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A figure that has a task which is not confirmed is a draft of that task, whichever way it came and whether the round is
 * open, closed or opened again. Each test uses indicators of its own.
 */
class UnconfirmedFiguresTest {
    private static final String PLAN = "ichinoseki-hiraizumi-vision-2";
    private static final FiscalYear R4 = new FiscalYear(2022);
    /** Under collection in the demonstration. */
    private static final FiscalYear R5 = new FiscalYear(2023);

    private static final MunicipalityCode ICHINOSEKI = new MunicipalityCode("032093");
    private static final MunicipalityCode HIRAIZUMI = new MunicipalityCode("034029");

    private static final RunningBackend BACKEND = RunningBackend.alone();

    private final CollectionService collections = BACKEND.bean(CollectionService.class);
    private final TaskService tasks = BACKEND.bean(TaskService.class);
    private final BoardService boards = BACKEND.bean(BoardService.class);
    private final EntryService entries = BACKEND.bean(EntryService.class);
    private final ImportInbox imports = BACKEND.bean(ImportInbox.class);
    private final ImportUndoing undoing = BACKEND.bean(ImportUndoing.class);
    private final ImportApplying applying = BACKEND.bean(ImportApplying.class);
    private final ImportPreviews previews = BACKEND.bean(ImportPreviews.class);
    private final ResultsService results = BACKEND.bean(ResultsService.class);
    private final Actor secretariat = BACKEND.user(DemonstrationUser.SECRETARIAT);
    private final Actor iin = BACKEND.user(DemonstrationUser.IIN);

    @AfterEach
    void the_round_is_open() {
        if (!boards.board(secretariat, PLAN, R5).round().isOpen()) {
            reopen();
        }
    }

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    @Test
    void an_import_does_not_confirm_what_no_town_has_submitted_when_the_round_is_closed() {
        collections.close(secretariat, PLAN, R5);

        DataImport brought = receive("No.,指標名,単位,R5実績\n3,医師・医療介護従事者修学資金貸付修学者数,人,771\n");
        assertThat(problems(brought)).singleElement().asString().contains("D2", "まだ確定していません", "再開", "取り込まない");
        assertThatThrownBy(() -> applying.apply(secretariat, brought.id(), null, "紙で届いたため"))
                .isInstanceOf(ImportRefusedException.class);

        reopen();
        assertThat(allThatTheCommitteeReads("3")).doesNotContain("771");
        assertThat(task("3", ICHINOSEKI).state()).isEqualTo(TaskState.NOT_STARTED);
    }

    @Test
    void an_import_of_the_whole_owners_figure_or_of_printed_grades_waits_for_the_towns_too() {
        collections.close(secretariat, PLAN, R5);

        assertThat(problems(receive("No.,指標名,単位,R5実績,R5進捗率,R5達成度\n4,保育料が無料となる第3子以降の数,人,772,99.1%,B\n")))
                .anyMatch(problem -> problem.contains("D2") && problem.contains("まだ確定していません"))
                .anyMatch(problem -> problem.contains("公表値") && problem.contains("確定してから"));
        assertThat(problems(receive("No.,指標名,単位,R5進捗状況・成果\n4,保育料が無料となる第3子以降の数,人,対象者が増えた。\n")))
                .anyMatch(problem -> problem.contains("評価文") && problem.contains("まだ確定していません"));
    }

    @Test
    void an_import_changes_what_is_confirmed_in_a_closed_round() {
        enter(secretariat, "28", HIRAIZUMI, "500");
        confirm("28", HIRAIZUMI);
        collections.close(secretariat, PLAN, R5);

        DataImport brought = receive("No.,指標名,単位,R5実績\n28,平泉スマートインターチェンジの1日当たりの利用台数,台,501\n");
        assertThat(problems(brought)).isEmpty();
        applying.apply(secretariat, brought.id(), null, "集計誤りの訂正");

        assertThat(figure(iin, "28").text()).isEqualTo("501");
        assertThat(figure(iin, "28").provisional()).isFalse();
    }

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
            assertThat(figure(BACKEND.user(DemonstrationUser.HIRAIZUMI), "6")
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
        MeetingService meetings = BACKEND.bean(MeetingService.class);
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
        PaperService papers = BACKEND.bean(PaperService.class);
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

    @Test
    void an_import_is_not_turned_back_under_a_collection_that_began_since() {
        Actor daisen = BACKEND.user(DemonstrationUser.DAISEN);
        String plan = "daisen-strategy-2";
        MunicipalityCode town = new MunicipalityCode("052124");
        FiscalYear year = collections.overview(daisen, plan).openable().stream()
                .filter(candidate ->
                        results.trend(daisen, plan).years().stream().noneMatch(known -> known.equals(candidate)))
                .findFirst()
                .orElseThrow();
        var indicator = results.results(daisen, plan, null).rows().getFirst().indicator();
        TaskSelection cell = TaskSelection.of(indicator.no(), town);
        DataImport brought = imports.receive(
                daisen,
                "daisen",
                new NewImport(plan, "", year, "新しい年度.csv"),
                "No.,指標名,%s実績\n%s,%s,780\n"
                        .formatted(year.shortLabel(), indicator.no(), indicator.name())
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(previews.preview(daisen, brought.id()).orElseThrow().findings())
                .noneMatch(finding -> finding.weight() == Finding.Weight.PROBLEM);
        applying.apply(daisen, brought.id(), null, "");

        collections.open(daisen, plan, new OpenRound(year, today().plusDays(9), "", Set.of(indicator.no()), Set.of()));
        assertNotTurnedBack(daisen, brought);
        tasks.step(daisen, plan, year, TaskStep.RETURN, cell, "確かめてください。");
        collections.close(daisen, plan, year);
        assertNotTurnedBack(daisen, brought);

        collections.reopen(daisen, plan, year, "確定のため");
        tasks.step(daisen, plan, year, TaskStep.SUBMIT, cell, "", open -> true);
        tasks.step(daisen, plan, year, TaskStep.CONFIRM, cell, "", open -> true);
        collections.close(daisen, plan, year);
        assertThat(undoing.undo(daisen, brought.id()).state()).isEqualTo(ImportState.UNDONE);
    }

    private void assertNotTurnedBack(Actor actor, DataImport brought) {
        assertThatThrownBy(() -> undoing.undo(actor, brought.id()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll("実績照会が始まった", "取り消せません");
    }

    private DataImport receive(String text) {
        return imports.receive(
                secretariat,
                "ichinoseki-hiraizumi",
                new NewImport(PLAN, "", R5, "r5.csv"),
                text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> problems(DataImport brought) {
        return previews.preview(secretariat, brought.id()).orElseThrow().findings().stream()
                .filter(finding -> finding.weight() == Finding.Weight.PROBLEM)
                .map(finding -> "%s %s"
                        .formatted(
                                finding.place() == null ? "" : finding.place().name(), finding.message()))
                .toList();
    }

    private void reopen() {
        collections.reopen(secretariat, PLAN, R5, "次の確認のため");
    }

    private void enter(Actor actor, String no, @Nullable MunicipalityCode town, String typed) {
        assertThat(entries.enter(actor, PLAN, R5, town, List.of(edit(no, typed, ""))))
                .allMatch(EntryOutcome.Saved.class::isInstance);
    }

    private static CellEdit edit(String no, String typed, String reason) {
        return new CellEdit(no, new CellEdit.Typed(new TypedCell(typed, "", "")), CellEdit.ANY_VERSION, reason);
    }

    private void confirm(String no, MunicipalityCode town) {
        TaskSelection cell = TaskSelection.of(no, town);
        tasks.step(secretariat, PLAN, R5, TaskStep.SUBMIT, cell, "", open -> true);
        if (task(no, town).state() == TaskState.AWAITING_APPROVAL) {
            tasks.step(BACKEND.user(DemonstrationUser.APPROVER), PLAN, R5, TaskStep.APPROVE, cell, "", open -> true);
        }
        assertThat(tasks.step(secretariat, PLAN, R5, TaskStep.CONFIRM, cell, "", open -> true)
                        .moved())
                .hasSize(1);
    }

    private CollectionTask task(String no, MunicipalityCode town) {
        return task(no, R5, town);
    }

    private CollectionTask task(String no, FiscalYear year, MunicipalityCode town) {
        return boards.board(secretariat, PLAN, year).rows().stream()
                .filter(row -> row.indicator().no().equals(no))
                .flatMap(row -> row.parts().stream())
                .map(CollectionBoard.Part::task)
                .filter(task -> task.municipality().equals(town))
                .findFirst()
                .orElseThrow();
    }

    private YearFigure figure(Actor actor, String no) {
        return figure(actor, no, R5);
    }

    private YearFigure figure(Actor actor, String no, FiscalYear year) {
        return results.results(actor, PLAN, year).rows().stream()
                .filter(row -> row.indicator().no().equals(no))
                .findFirst()
                .flatMap(row -> row.figure(year))
                .orElseThrow();
    }

    private List<NarrativeText> narratives(String no, FiscalYear year, Actor actor) {
        return results.indicator(actor, PLAN, no, year).narratives().stream()
                .filter(narrative -> narrative.fiscalYear().equals(year))
                .map(narrative -> narrative.text())
                .toList();
    }

    private String allThatTheCommitteeReads(String no) {
        ReportService reports = BACKEND.bean(ReportService.class);
        return Stream.of(
                        results.results(iin, PLAN, R5).rows().stream()
                                .filter(row -> row.indicator().no().equals(no))
                                .toList(),
                        results.overview(iin, PLAN, R5).sheet().rows().stream()
                                .filter(row -> row.indicator().no().equals(no))
                                .toList(),
                        results.trend(iin, PLAN).rows().stream()
                                .filter(row -> row.indicator().no().equals(no))
                                .toList(),
                        results.indicator(iin, PLAN, no, R5),
                        new String(
                                        reports.report(iin, PLAN, ReportKind.RESULTS, ReportFormat.CSV, R5)
                                                .bytes(),
                                        StandardCharsets.UTF_8)
                                .lines()
                                .filter(line -> line.contains("," + no + ","))
                                .toList())
                .map(Objects::toString)
                .map(UnconfirmedFiguresTest::withoutIdsAndMoments)
                .reduce("", String::concat);
    }

    /** Their digits may say anything. */
    private static String withoutIdsAndMoments(String text) {
        return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "");
    }

    private PublicationPreview publication() {
        return BACKEND.bean(PublishingService.class)
                .preview(secretariat, PLAN, new PublishOrder(R5, true, true, Licence.UNSTATED));
    }

    private String allThatIsPublished() {
        return withoutIdsAndMoments(publication().document().toString());
    }

    private Actual recorded(String no) {
        IndicatorId id = indicator(no);
        return BACKEND.bean(TenantDoor.class).read(secretariat, () -> BACKEND
                .bean(ActualService.class)
                .figuresWithin(secretariat, BACKEND.bean(PlanService.class).inForceWithin(secretariat, PLAN))
                .actuals()
                .stream()
                .filter(actual -> actual.indicator().equals(id)
                        && actual.fiscalYear().equals(R5)
                        && ICHINOSEKI.equals(actual.municipality()))
                .findFirst()
                .orElseThrow());
    }

    private IndicatorId indicator(String no) {
        return results.results(secretariat, PLAN, R4).rows().stream()
                .filter(row -> row.indicator().no().equals(no))
                .findFirst()
                .orElseThrow()
                .indicator()
                .id();
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
        StoredRows.write(BACKEND, sql, parameters);
    }

    private static LocalDate today() {
        return LocalDate.now(JapanTime.ZONE);
    }
}
