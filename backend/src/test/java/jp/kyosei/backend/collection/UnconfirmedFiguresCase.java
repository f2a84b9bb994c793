package jp.kyosei.backend.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.backend.collection.board.BoardService;
import jp.kyosei.backend.collection.board.CollectionBoard;
import jp.kyosei.backend.collection.entry.CellEdit;
import jp.kyosei.backend.collection.entry.EntryOutcome;
import jp.kyosei.backend.collection.entry.EntryService;
import jp.kyosei.backend.collection.entry.TypedCell;
import jp.kyosei.backend.collection.step.TaskService;
import jp.kyosei.backend.collection.task.CollectionTask;
import jp.kyosei.backend.collection.task.TaskSelection;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.backend.collection.task.TaskStep;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.applying.ImportApplying;
import jp.kyosei.backend.importing.applying.ImportPreviews;
import jp.kyosei.backend.importing.inbox.ImportInbox;
import jp.kyosei.backend.importing.undoing.ImportUndoing;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.report.ReportFormat;
import jp.kyosei.backend.report.ReportKind;
import jp.kyosei.backend.report.ReportService;
import jp.kyosei.backend.results.ResultsService;
import jp.kyosei.backend.results.YearFigure;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** Figures on their way to being confirmed, on a backend of its own. */
abstract class UnconfirmedFiguresCase {
    static final String PLAN = "ichinoseki-hiraizumi-vision-2";
    static final FiscalYear R4 = new FiscalYear(2022);
    /** Under collection in the demonstration. */
    static final FiscalYear R5 = new FiscalYear(2023);

    static final MunicipalityCode ICHINOSEKI = new MunicipalityCode("032093");
    static final MunicipalityCode HIRAIZUMI = new MunicipalityCode("034029");

    static RunningBackend backend;

    final CollectionService collections = bean(CollectionService.class);
    final TaskService tasks = bean(TaskService.class);
    final BoardService boards = bean(BoardService.class);
    final EntryService entries = bean(EntryService.class);
    final ImportInbox imports = bean(ImportInbox.class);
    final ImportUndoing undoing = bean(ImportUndoing.class);
    final ImportApplying applying = bean(ImportApplying.class);
    final ImportPreviews previews = bean(ImportPreviews.class);
    final ResultsService results = bean(ResultsService.class);
    final Actor secretariat = user(DemonstrationUser.SECRETARIAT);
    final Actor iin = user(DemonstrationUser.IIN);

    @AfterEach
    void the_round_is_open() {
        if (!boards.board(secretariat, PLAN, R5).round().isOpen()) {
            reopen();
        }
    }

    @BeforeAll
    static void a_backend_of_its_own() {
        backend = RunningBackend.alone();
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    void reopen() {
        collections.reopen(secretariat, PLAN, R5, "次の確認のため");
    }

    void enter(Actor actor, String no, @Nullable MunicipalityCode town, String typed) {
        assertThat(entries.enter(actor, PLAN, R5, town, List.of(edit(no, typed, ""))))
                .allMatch(EntryOutcome.Saved.class::isInstance);
    }

    static CellEdit edit(String no, String typed, String reason) {
        return new CellEdit(no, new CellEdit.Typed(new TypedCell(typed, "", "")), CellEdit.ANY_VERSION, reason);
    }

    void confirm(String no, MunicipalityCode town) {
        TaskSelection cell = TaskSelection.of(no, town);
        tasks.step(secretariat, PLAN, R5, TaskStep.SUBMIT, cell, "", open -> true);
        if (task(no, town).state() == TaskState.AWAITING_APPROVAL) {
            tasks.step(backend.user(DemonstrationUser.APPROVER), PLAN, R5, TaskStep.APPROVE, cell, "", open -> true);
        }
        assertThat(tasks.step(secretariat, PLAN, R5, TaskStep.CONFIRM, cell, "", open -> true)
                        .moved())
                .hasSize(1);
    }

    CollectionTask task(String no, MunicipalityCode town) {
        return task(no, R5, town);
    }

    CollectionTask task(String no, FiscalYear year, MunicipalityCode town) {
        return boards.board(secretariat, PLAN, year).rows().stream()
                .filter(row -> row.indicator().no().equals(no))
                .flatMap(row -> row.parts().stream())
                .map(CollectionBoard.Part::task)
                .filter(task -> task.municipality().equals(town))
                .findFirst()
                .orElseThrow();
    }

    YearFigure figure(Actor actor, String no) {
        return figure(actor, no, R5);
    }

    YearFigure figure(Actor actor, String no, FiscalYear year) {
        return results.results(actor, PLAN, year).rows().stream()
                .filter(row -> row.indicator().no().equals(no))
                .findFirst()
                .flatMap(row -> row.figure(year))
                .orElseThrow();
    }

    String allThatTheCommitteeReads(String no) {
        ReportService reports = backend.bean(ReportService.class);
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
    static String withoutIdsAndMoments(String text) {
        return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "");
    }

    IndicatorId indicator(String no) {
        return results.results(secretariat, PLAN, R4).rows().stream()
                .filter(row -> row.indicator().no().equals(no))
                .findFirst()
                .orElseThrow()
                .indicator()
                .id();
    }

    static LocalDate today() {
        return LocalDate.now(JapanTime.ZONE);
    }

    /** Of the backend that runs by now. */
    static <T> T bean(Class<T> type) {
        return backend.bean(type);
    }

    static Actor user(DemonstrationUser user) {
        return backend.user(user);
    }
}
