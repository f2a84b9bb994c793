package jp.kyosei.backend.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.actual.Actual;
import jp.kyosei.backend.actual.narrative.NarrativeText;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.backend.collection.CollectionService;
import jp.kyosei.backend.collection.OpenRound;
import jp.kyosei.backend.collection.entry.CellEdit;
import jp.kyosei.backend.collection.entry.EntryOutcome;
import jp.kyosei.backend.collection.entry.EntryService;
import jp.kyosei.backend.collection.entry.TypedCell;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.importing.document.PlanImportService;
import jp.kyosei.backend.results.PlansOfSize;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a workbook does to what is stored: a new figure replaces the whole cell, a blank one clears nothing by itself. */
class WorkbookReplacesTest {
    private static final String PLAN = PlansOfSize.slug(14);
    private static final FiscalYear YEAR = new FiscalYear(2024);
    private static final MunicipalityCode DAISEN = new MunicipalityCode("052124");

    private static RunningBackend backend;
    private static RoundWorkbookService workbooks;
    private static EntryService entries;

    @BeforeAll
    static void a_plan_of_its_own() {
        backend = RunningBackend.alone();
        workbooks = backend.bean(RoundWorkbookService.class);
        entries = backend.bean(EntryService.class);
        backend.bean(PlanImportService.class).apply(daisen(), PlansOfSize.plan(14));
        LocalDate due = LocalDate.now(JapanTime.ZONE).plusDays(30);
        backend.bean(CollectionService.class).open(daisen(), PLAN, new OpenRound(YEAR, due, "", Set.of(), Set.of()));
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Test
    void a_blank_cell_clears_nothing_unless_it_is_asked_for() {
        enter("1", "57.0", "H28", "速報値");
        enter("2", "コロナのため中止", "", "");
        enter("3", "12", "", "見込み");
        enter("6", "3", "", "");
        entries.narrate(
                daisen(), PLAN, YEAR, "1", DAISEN, new NarrativeText("はじめの文", "はじめの取組", ""), CellEdit.ANY_VERSION, "");
        byte[] file = FilledWorkbook.of(given(), sheet -> sheet.type("1", "実績値", "")
                .type("1", "進捗状況", "")
                .type("2", "実績のない理由", "")
                .type("3", "注", "")
                .type("6", "実績値", "")
                .type("4", "実績値", 7));
        // Stored since the workbook was made: a blank does not touch that either.
        enter("6", "4", "", "");

        UploadedWorkbook preview = preview(file);

        assertThat(preview.problems()).isEmpty();
        assertThat(preview.items())
                .extracting(item -> "%s %s %s %s→%s"
                        .formatted(item.no(), item.part(), item.standing(), item.stored(), item.given()))
                .containsExactlyInAnyOrder(
                        "1 FIGURE BLANK 57.0（H28）　注：速報値→",
                        "1 PROGRESS BLANK はじめの文→",
                        "2 FIGURE BLANK 中止　注：コロナのため中止→",
                        "3 FIGURE BLANK 12　注：見込み→12",
                        "4 FIGURE NEW →7",
                        "6 FIGURE BLANK 4→");
        assertThat(apply(file, Set.of()).applied()).isTrue();
        assertThat(figure("1")).isEqualTo("57.0(H28)");
        assertThat(stored("2").observation().observed())
                .isEqualTo(new Observed.Missing(MissingReason.CANCELLED, "コロナのため中止"));
        assertThat(stored("3").note()).isEqualTo("見込み");
        assertThat(figure("4")).isEqualTo("7");
        assertThat(figure("6")).isEqualTo("4");
        assertThat(text()).isEqualTo(new NarrativeText("はじめの文", "はじめの取組", ""));

        Set<String> all = preview.items().stream()
                .filter(item -> item.standing() == WorkbookItem.Standing.BLANK)
                .map(WorkbookItem::decision)
                .collect(Collectors.toSet());
        assertThat(apply(file, all).applied()).isTrue();
        assertThat(figure("1")).isEmpty();
        assertThat(figure("2")).isEmpty();
        assertThat(figure("3")).isEqualTo("12");
        assertThat(stored("3").note()).isEmpty();
        assertThat(figure("6")).isEmpty();
        assertThat(text()).isEqualTo(new NarrativeText("", "はじめの取組", ""));
    }

    @Test
    void a_new_figure_leaves_nothing_of_the_old_entry_beside_it() {
        enter("8", "コロナのため中止", "", "");
        enter("9", "38,806", "H28", "推計");
        enter("10", "530/802", "", "速報値");
        enter("11", "300", "H28", "速報値");
        enter("12", "300", "H28", "速報値");
        byte[] file = FilledWorkbook.of(given(), sheet -> sheet.type("8", "実績値", 401000)
                .type("9", "実績値", "")
                .type("9", "実績のない理由", "中止")
                .type("10", "分子", 531)
                .type("11", "実績値", "300人")
                .type("11", "注", "確定値")
                .type("12", "注", "確定値"));

        UploadedWorkbook applied = apply(file, Set.of());

        // What looks odd is said, and stops nobody.
        assertThat(applied.problems()).noneMatch(WorkbookProblem::blocking);
        assertThat(applied.items())
                .extracting(item -> "%s %s %s→%s".formatted(item.no(), item.standing(), item.stored(), item.given()))
                .containsExactly(
                        "8 CHANGED 中止　注：コロナのため中止→401,000",
                        "9 CHANGED 38,806（H28）　注：推計→中止",
                        "10 CHANGED 530/802　注：速報値→531/802",
                        "11 CHANGED 300（H28）　注：速報値→300（H28）　注：確定値",
                        "12 CHANGED 300（H28）　注：速報値→300（H28）　注：確定値");
        assertThat(stored("8").note()).isEmpty();
        assertThat(stored("9").observation().observed()).isEqualTo(new Observed.Missing(MissingReason.CANCELLED, ""));
        assertThat(stored("9").observation().referenceYear()).isNull();
        assertThat(stored("10").note()).isEmpty();
        assertThat(figure("12")).isEqualTo("300(H28)");
    }

    private static byte[] given() {
        return workbooks.workbook(daisen(), PLAN, YEAR, DAISEN).bytes();
    }

    private static UploadedWorkbook preview(byte[] file) {
        return workbooks.preview(daisen(), PLAN, YEAR, DAISEN, "実績入力.xlsx", file, Decisions.NONE);
    }

    private static UploadedWorkbook apply(byte[] file, Set<String> use) {
        return workbooks.apply(daisen(), PLAN, YEAR, DAISEN, "実績入力.xlsx", file, new Decisions(use, Set.of()));
    }

    private static void enter(String no, String value, String year, String note) {
        CellEdit.Content content = new CellEdit.Typed(new TypedCell(value, year, note));
        assertThat(entries.enter(
                        daisen(), PLAN, YEAR, DAISEN, List.of(new CellEdit(no, content, CellEdit.ANY_VERSION, ""))))
                .singleElement()
                .isInstanceOf(EntryOutcome.Saved.class);
    }

    private static String figure(String no) {
        return entries.cell(daisen(), PLAN, no, YEAR, DAISEN).figure();
    }

    private static Actual stored(String no) {
        return Objects.requireNonNull(
                entries.cell(daisen(), PLAN, no, YEAR, DAISEN).stored());
    }

    private static NarrativeText text() {
        return entries.narrative(daisen(), PLAN, YEAR, "1", DAISEN)
                .orElseThrow()
                .text();
    }

    private static Actor daisen() {
        return backend.user(DemonstrationUser.DAISEN);
    }
}
