package jp.kyosei.backend.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.SentStatements;
import jp.kyosei.backend.actual.narrative.Narrative;
import jp.kyosei.backend.actual.narrative.NarrativeText;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.clock.JapanTime;
import jp.kyosei.backend.collection.CollectionService;
import jp.kyosei.backend.collection.OpenRound;
import jp.kyosei.backend.collection.entry.CellEdit;
import jp.kyosei.backend.collection.entry.EntryOutcome;
import jp.kyosei.backend.collection.entry.EntryRow;
import jp.kyosei.backend.collection.entry.EntryService;
import jp.kyosei.backend.collection.entry.TypedCell;
import jp.kyosei.backend.collection.step.TaskService;
import jp.kyosei.backend.collection.task.TaskSelection;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.backend.collection.task.TaskStep;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.history.HistoryService;
import jp.kyosei.backend.importing.document.PlanImportService;
import jp.kyosei.backend.results.PlansOfSize;
import jp.kyosei.backend.sheet.UnreadableFileException;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Workbooks of 令和5年度 for 平泉町; each test uses indicators of its own. */
class RoundWorkbookTest {
    private static final String PLAN = "ichinoseki-hiraizumi-vision-2";
    private static final String OF_DAISEN = PlansOfSize.slug(12);
    private static final FiscalYear R6 = new FiscalYear(2024);
    private static final FiscalYear R5 = new FiscalYear(2023);
    private static final MunicipalityCode ICHINOSEKI = new MunicipalityCode("032093");
    private static final MunicipalityCode HIRAIZUMI = new MunicipalityCode("034029");
    private static final MunicipalityCode DAISEN = new MunicipalityCode("052124");
    private static final String FILE = "実績入力.xlsx";

    private static RunningBackend backend;
    private static RoundWorkbookService workbooks;
    private static EntryService entries;
    private static CollectionService collections;
    private static TaskService tasks;

    @BeforeAll
    static void a_backend_of_its_own() {
        backend = RunningBackend.alone();
        workbooks = backend.bean(RoundWorkbookService.class);
        entries = backend.bean(EntryService.class);
        collections = backend.bean(CollectionService.class);
        tasks = backend.bean(TaskService.class);
        backend.bean(PlanImportService.class).apply(daisen(), PlansOfSize.plan(12));
        open(OF_DAISEN);
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Test
    void the_workbook_is_filled_and_only_what_is_to_be_typed_can_be_typed_into() {
        enter("27", "361/861", "", "=速報");
        look(file(secretariat()), sheet -> {
            FilledWorkbook filled = sheet;
            assertThat(filled.sheet().getProtect()).isTrue();
            assertThat(filled.workbook().getSheetVisibility(2)).isEqualTo(SheetVisibility.VERY_HIDDEN);
            assertThat(filled.workbook().getSheetName(2)).isEqualTo("kyosei");
            assertThat(filled.cell("27", "指標名").getCellStyle().getLocked()).isTrue();
            assertThat(filled.cell("27", "昨年度の実績").getStringCellValue()).isNotBlank();
            assertThat(filled.cell("27", "分子").getNumericCellValue()).isEqualTo(361);
            assertThat(filled.cell("27", "分子").getCellStyle().getLocked()).isFalse();
            assertThat(filled.cell("9", "分子").getCellStyle().getLocked()).isTrue();
            assertThat(filled.cell("9", "実績値").getCellStyle().getLocked()).isFalse();
            // 式にならない
            Cell note = filled.cell("27", "注");
            assertThat(note.getStringCellValue()).isEqualTo("=速報");
            assertThat(note.getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(filled.sheet().getPaneInformation().isFreezePane()).isTrue();
            assertThat(filled.sheet().getPrintSetup().getLandscape()).isTrue();
            List<? extends DataValidation> rules = filled.sheet().getDataValidations();
            assertThat(rules)
                    .extracting(rule -> rule.getValidationConstraint().getExplicitListValues())
                    .anySatisfy(list -> assertThat(list).contains("中止", "未公表", "その他の理由"))
                    .anySatisfy(list -> assertThat(list).contains("令和4年度", "平成28年度"));
        });
    }

    @Test
    void a_department_gets_its_own_rows_and_the_secretariat_all_of_the_town() {
        assertThat(numbers(file(hiraizumi()))).containsExactly("9", "10", "15", "19");
        assertThat(numbers(file(secretariat()))).contains("2", "9", "21", "29").hasSizeGreaterThan(15);
    }

    @Test
    void a_round_trip_without_an_edit_changes_nothing() {
        enter("24", "57.0", "H28", "速報値");
        enter("28", "コロナのため中止", "", "");
        enter("29", "530/802", "", "");
        narrate("24", new NarrativeText("  字下げの文\r\n2行目", "=式ではない", "事業A\n事業B"));

        byte[] file = file(secretariat());
        UploadedWorkbook preview = preview(secretariat(), file, Decisions.NONE);

        assertThat(preview.problems()).isEmpty();
        assertThat(preview.items()).isEmpty();
        assertThat(preview.unchanged()).isGreaterThanOrEqualTo(6);
        assertThat(preview.canBeApplied()).isFalse();
    }

    @Test
    void what_was_typed_arrives_as_if_typed_on_the_screen() {
        byte[] file = FilledWorkbook.of(file(secretariat()), sheet -> sheet.type("9", "実績値", 61234)
                .type("9", "注", "速報値")
                .type("10", "実績値", "△１，２３４人")
                .type("21", "分子", 36)
                .type("21", "分母", 86)
                .type("19", "実績のない理由", "中止")
                .type("19", "理由の説明", "台風のため")
                .type("15", "実績値", 3)
                .type("15", "値の年度", "平成28年度")
                .type("9", "進捗状況", "宿泊者が戻った。\n団体も増えた。")
                .type("9", "事業名", "観光誘客事業"));

        UploadedWorkbook preview = preview(secretariat(), file, Decisions.NONE);
        assertThat(preview.problems()).singleElement().satisfies(asked -> assertThat(asked)
                .returns("10", WorkbookProblem::no)
                .returns(false, WorkbookProblem::blocking)
                .extracting(WorkbookProblem::message)
                .asString()
                .contains("マイナスの値（-1,234）", "単位は「人」"));
        assertThat(preview.items())
                .extracting(item -> "%s %s %s %s"
                        .formatted(
                                item.no(), item.part().label(), item.standing().label(), item.given()))
                .containsExactlyInAnyOrder(
                        "9 実績 新しい値 61,234　注：速報値",
                        "9 進捗状況・成果 新しい値 宿泊者が戻った。\n団体も増えた。",
                        "9 事業名 新しい値 観光誘客事業",
                        "10 実績 新しい値 △１，２３４人",
                        "15 実績 新しい値 3（H28）",
                        "19 実績 新しい値 中止　注：台風のため",
                        "21 実績 新しい値 36/86");
        assertThat(preview.items())
                .filteredOn(item -> item.no().equals("10"))
                .singleElement()
                .extracting(WorkbookItem::hint)
                .isEqualTo("-1,234 と読みました");
        assertThat(cell("9").stored()).isNull();

        UploadedWorkbook applied = apply(secretariat(), file, Decisions.NONE);

        assertThat(applied.applied()).isTrue();
        assertThat(observed("9")).isEqualTo(new Observed.Value(new BigDecimal("61234")));
        assertThat(observed("10")).isEqualTo(new Observed.Value(new BigDecimal("-1234")));
        assertThat(observed("21")).isEqualTo(new Observed.Ratio(new BigDecimal("36"), new BigDecimal("86")));
        assertThat(observed("19")).isEqualTo(new Observed.Missing(MissingReason.CANCELLED, "台風のため"));
        assertThat(cell("15").figure()).isEqualTo("3(H28)");
        assertThat(cell("9").task())
                .isNotNull()
                .extracting(task -> task.state())
                .isEqualTo(TaskState.DRAFT);
        assertThat(narrative("9").progress()).isEqualTo("宿泊者が戻った。\n団体も増えた。");
        assertThat(changes("9"))
                .extracting(AuditEntry::action, AuditEntry::personName)
                .containsExactlyInAnyOrder(
                        tuple("ENTER_ACTUAL", secretariat().displayName()),
                        tuple("WRITE_NARRATIVE", secretariat().displayName()));

        // the same file once more
        UploadedWorkbook again = apply(secretariat(), file, Decisions.NONE);
        assertThat(again.items()).isEmpty();
        assertThat(changes("9")).hasSize(2);
    }

    @Test
    void what_was_stored_meanwhile_is_asked_about_and_never_overwritten_silently() {
        enter("4", "10", "", "");
        enter("5", "20", "", "");
        narrate("4", new NarrativeText("はじめの文", "はじめの取組", ""));
        byte[] file = FilledWorkbook.of(
                file(secretariat()),
                sheet -> sheet.type("4", "実績値", 11).type("4", "進捗状況", "表で直した文").type("5", "実績値", 21));
        enter("4", "12", "", "");
        enter("5", "22", "", "");
        narrate("4", new NarrativeText("はじめの文", "画面で直した取組", ""));

        UploadedWorkbook preview = preview(secretariat(), file, Decisions.NONE);

        assertThat(preview.items())
                .extracting(item -> "%s %s %s %s→%s"
                        .formatted(item.no(), item.part(), item.standing(), item.stored(), item.given()))
                .containsExactlyInAnyOrder(
                        "4 FIGURE STALE 12→11", "4 PROGRESS CHANGED はじめの文→表で直した文", "5 FIGURE STALE 22→21");
        assertThat(preview.canBeApplied()).isFalse();
        assertThat(apply(secretariat(), file, Decisions.NONE).applied()).isFalse();
        assertThat(narrative("4").progress()).isEqualTo("はじめの文");

        Decisions decided = new Decisions(Set.of(decision(preview, "4")), Set.of(decision(preview, "5")));
        assertThat(apply(secretariat(), file, decided).applied()).isTrue();
        assertThat(cell("4").figure()).isEqualTo("11");
        assertThat(cell("5").figure()).isEqualTo("22");
        // two who wrote different texts both keep theirs
        assertThat(narrative("4").text()).isEqualTo(new NarrativeText("表で直した文", "画面で直した取組", ""));
    }

    @Test
    void a_decision_is_asked_again_when_something_was_stored_after_it() {
        enter("7", "1", "", "");
        byte[] file = FilledWorkbook.of(file(secretariat()), sheet -> sheet.type("7", "実績値", 2));
        enter("7", "3", "", "");
        String decided = decision(preview(secretariat(), file, Decisions.NONE), "7");
        enter("7", "4", "", "");

        UploadedWorkbook applied = apply(secretariat(), file, new Decisions(Set.of(decided), Set.of()));

        assertThat(applied.applied()).isFalse();
        assertThat(applied.items()).extracting(WorkbookItem::standing).containsExactly(WorkbookItem.Standing.STALE);
        assertThat(cell("7").figure()).isEqualTo("4");
    }

    @Test
    void what_was_not_typed_is_no_conflict_whoever_stored_something_since() {
        enter("17", "1", "", "");
        byte[] file = FilledWorkbook.of(file(secretariat()), sheet -> sheet.type("30", "実績値", 5));
        enter("17", "2", "", "");

        assertThat(apply(secretariat(), file, Decisions.NONE).applied()).isTrue();
        assertThat(cell("17").figure()).isEqualTo("2");
        assertThat(cell("30").figure()).isEqualTo("5");
    }

    @Test
    void what_is_no_text_is_named_at_its_cell_and_what_nobody_sees_is_left_out() {
        byte[] file = FilledWorkbook.of(
                workbooks.workbook(daisen(), OF_DAISEN, R6, DAISEN).bytes(), sheet -> {
                    List<String> nos = numbers(sheet);
                    sheet.type(nos.get(0), "進捗状況", "制御\u0081文字");
                    sheet.type(nos.get(1), "実績値", 5).type(nos.get(1), "注", "速\u009F報");
                    sheet.type(nos.get(2), "今後の取組", "か\u3099んばる\u200B");
                    sheet.type(nos.get(3), "実績値", "12\u202C");
                });

        UploadedWorkbook preview = workbooks.preview(daisen(), OF_DAISEN, R6, DAISEN, FILE, file, Decisions.NONE);

        assertThat(preview.problems())
                .extracting(WorkbookProblem::message)
                .satisfiesExactlyInAnyOrder(
                        message -> assertThat(message).contains("進捗状況", "U+0081", "3 文字目"),
                        message -> assertThat(message).contains("「注」", "U+009F"));
        assertThat(preview.items()).extracting(WorkbookItem::given).contains("がんばる", "12");
    }

    @Test
    void every_bad_cell_is_named_at_once_and_nothing_is_stored() {
        byte[] file = FilledWorkbook.of(
                workbooks.workbook(daisen(), OF_DAISEN, R6, DAISEN).bytes(), sheet -> {
                    List<String> nos = numbers(sheet);
                    sheet.type(nos.get(0), "実績値", 5).type(nos.get(0), "実績のない理由", "中止");
                    sheet.type(nos.get(1), "実績値", "たくさん");
                    sheet.type(nos.get(2), "実績のない理由", "めんどう");
                    sheet.type(nos.get(3), "理由の説明", "説明だけ");
                    sheet.type(nos.get(4), "実績値", 5).type(nos.get(4), "値の年度", "いつか");
                    sheet.type(nos.get(5), "注", "注だけ");
                    sheet.type(nos.get(6), "進捗状況", "あ".repeat(NarrativeText.MAX_LENGTH + 1));
                    sheet.type(nos.get(7), "分子", 5);
                    sheet.type(nos.get(8), "実績値", 8);
                    sheet.repeat(nos.get(9));
                    sheet.remove(nos.get(10));
                });

        UploadedWorkbook applied = workbooks.apply(daisen(), OF_DAISEN, R6, DAISEN, FILE, file, Decisions.NONE);

        assertThat(applied.applied()).isFalse();
        assertThat(applied.problems())
                .extracting(WorkbookProblem::message)
                .anySatisfy(message -> assertThat(message).contains("数値と「実績のない理由」の両方"))
                .anySatisfy(message -> assertThat(message).contains("数値か理由として読み取れません"))
                .anySatisfy(message -> assertThat(message).contains("「めんどう」は一覧にない理由"))
                .anySatisfy(message -> assertThat(message).contains("「実績のない理由」が空です"))
                .anySatisfy(message -> assertThat(message).contains("値の年度「いつか」を読み取れません"))
                .anySatisfy(message -> assertThat(message).contains("「注」だけ"))
                .anySatisfy(message -> assertThat(message).contains("4,000 字まで", "4,001 字"))
                .anySatisfy(message -> assertThat(message).contains("「分子」だけ"))
                .anySatisfy(message -> assertThat(message).contains("行が2つ"))
                .anySatisfy(message -> assertThat(message).contains("の行がありません"))
                .hasSize(10);
        assertThat(applied.problems())
                .filteredOn(problem -> problem.message().contains("めんどう"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.place())
                        .isNotNull()
                        .extracting(place -> place.name().charAt(0))
                        .isEqualTo('L'));
        assertThat(entries.sheet(daisen(), OF_DAISEN, R6, DAISEN).rows())
                .allSatisfy(row -> assertThat(row.stored()).isNull());
    }

    @Test
    void sorted_rows_find_their_indicators_and_half_sorted_ones_are_refused() {
        byte[] sorted = FilledWorkbook.of(file(hiraizumi()), sheet -> {
            sheet.type("9", "今後の", "並べ替えの前");
            sheet.swap("9", "19");
        });
        assertThat(preview(hiraizumi(), sorted, Decisions.NONE).items())
                .filteredOn(item -> item.part() == WorkbookItem.Part.OUTLOOK)
                .extracting(WorkbookItem::no)
                .containsExactly("9");

        byte[] half = FilledWorkbook.of(file(hiraizumi()), sheet -> sheet.type("9", "番号", "10"));
        assertThat(preview(hiraizumi(), half, Decisions.NONE).problems())
                .extracting(WorkbookProblem::message)
                .anySatisfy(message -> assertThat(message).contains("番号「10」", "元の番号「9」"));
    }

    @Test
    void what_is_submitted_or_confirmed_is_locked_and_the_secretariat_corrects_with_a_reason() {
        byte[] before = file(secretariat());
        enter("2", "5", "", "");
        tasks.step(secretariat(), PLAN, R5, TaskStep.SUBMIT, TaskSelection.of("2", HIRAIZUMI), "", open -> true);
        byte[] late =
                FilledWorkbook.of(before, sheet -> sheet.type("2", "実績値", 6).type("2", "進捗状況", "文"));
        UploadedWorkbook submitted = preview(
                secretariat(),
                late,
                new Decisions(Set.of(decision(preview(secretariat(), late, Decisions.NONE), "2")), Set.of()));
        assertThat(submitted.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).contains("引き戻す");
            assertThat(problem.no()).isEqualTo("2");
        });
        look(file(secretariat()), sheet -> assertThat(
                        sheet.cell("2", "実績値").getCellStyle().getLocked())
                .isTrue());

        tasks.step(secretariat(), PLAN, R5, TaskStep.CONFIRM, TaskSelection.of("2", HIRAIZUMI), "", open -> true);
        byte[] confirmed = file(secretariat());
        UploadedWorkbook silent =
                apply(secretariat(), FilledWorkbook.of(confirmed, sheet -> sheet.type("2", "実績値", 7)), Decisions.NONE);
        assertThat(silent.applied()).isFalse();
        assertThat(silent.problems()).singleElement().satisfies(problem -> assertThat(problem.message())
                .contains("理由が要り"));
        byte[] reasoned =
                FilledWorkbook.of(confirmed, sheet -> sheet.type("2", "実績値", 7).type("2", "確定後", "集計漏れ"));
        assertThat(apply(secretariat(), reasoned, Decisions.NONE).applied()).isTrue();
        assertThat(changes("2").getFirst()).extracting(AuditEntry::reason).isEqualTo("集計漏れ");
    }

    @Test
    void a_workbook_goes_to_its_own_plan_year_and_town_only() {
        byte[] file = file(secretariat());

        assertThat(message(workbooks.preview(secretariat(), PLAN, R5, ICHINOSEKI, FILE, file, Decisions.NONE)))
                .contains("一関市のExcelではありません", "034029");
        assertThat(message(workbooks.preview(daisen(), OF_DAISEN, R6, DAISEN, FILE, file, Decisions.NONE)))
                .isEqualTo("この計画の実績照会のExcelではありません。送り先の計画を確かめてください。");
        assertThat(message(preview(
                        secretariat(),
                        FilledWorkbook.of(file, sheet -> sheet.workbook()
                                .getSheet("kyosei")
                                .getRow(3)
                                .getCell(1)
                                .setCellValue("2022")),
                        Decisions.NONE)))
                .contains("壊れています");
        assertThat(message(preview(
                        secretariat(),
                        FilledWorkbook.of(file, sheet -> sheet.workbook().removeSheetAt(2)),
                        Decisions.NONE)))
                .contains("実績照会のExcelではありません");
        assertThatExceptionOfType(UnreadableFileException.class)
                .isThrownBy(() -> preview(secretariat(), "PK".getBytes(StandardCharsets.UTF_8), Decisions.NONE));
    }

    @Test
    void a_closed_round_gives_out_and_takes_in_nothing() {
        String plan = PlansOfSize.slug(4);
        backend.bean(PlanImportService.class).apply(daisen(), PlansOfSize.plan(4));
        open(plan);
        FiscalYear year = new FiscalYear(2024);
        byte[] file = FilledWorkbook.of(
                workbooks.workbook(daisen(), plan, year, DAISEN).bytes(), sheet -> sheet.type("1", "実績値", 5));
        collections.close(daisen(), plan, year);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> workbooks.workbook(daisen(), plan, year, DAISEN));
        assertThat(message(workbooks.apply(daisen(), plan, year, DAISEN, FILE, file, Decisions.NONE)))
                .contains("締め切られています");
    }

    @Test
    void nobody_else_gets_or_sends_a_workbook() {
        byte[] file = FilledWorkbook.of(file(secretariat()), sheet -> sheet.type("20", "実績値", 5));
        for (DemonstrationUser stranger : List.of(
                DemonstrationUser.MINE,
                DemonstrationUser.MINE_STAFF,
                DemonstrationUser.DAISEN,
                DemonstrationUser.OPERATOR)) {
            Actor actor = backend.user(stranger);
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> workbooks.workbook(actor, PLAN, R5, HIRAIZUMI));
            assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> preview(actor, file, Decisions.NONE));
            assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> apply(actor, file, Decisions.NONE));
        }
        for (DemonstrationUser reader : List.of(DemonstrationUser.IIN, DemonstrationUser.ICHINOSEKI)) {
            Actor actor = backend.user(reader);
            assertThatExceptionOfType(ForbiddenException.class)
                    .isThrownBy(() -> workbooks.workbook(actor, PLAN, R5, HIRAIZUMI));
            assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> apply(actor, file, Decisions.NONE));
        }
        // a department that was handed the secretariat's file stores its own rows, no others
        assertThat(apply(hiraizumi(), file, Decisions.NONE)).satisfies(refused -> {
            assertThat(refused.applied()).isFalse();
            assertThat(refused.problems()).singleElement().satisfies(problem -> assertThat(problem.message())
                    .contains("担当です"));
        });
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> workbooks.workbook(secretariat(), PLAN, R5, DAISEN));
    }

    @Test
    void two_hundred_indicators_take_as_many_statements_as_three() {
        List<Integer> sizes = List.of(3, 200);
        FiscalYear year = new FiscalYear(2024);
        for (int size : sizes) {
            backend.bean(PlanImportService.class).apply(daisen(), PlansOfSize.plan(size));
            open(PlansOfSize.slug(size));
        }
        Actor daisen = daisen();
        List<Integer> given = sizes.stream()
                .map(size -> trips(() -> workbooks.workbook(daisen, PlansOfSize.slug(size), year, DAISEN)))
                .toList();
        assertThat(given.get(1)).isEqualTo(given.get(0));
        // the second time, when every statement is prepared
        for (int value : new int[] {7, 8}) {
            List<Integer> taken = sizes.stream()
                    .map(size -> {
                        byte[] file = FilledWorkbook.of(
                                workbooks
                                        .workbook(daisen, PlansOfSize.slug(size), year, DAISEN)
                                        .bytes(),
                                sheet -> IntStream.rangeClosed(1, size)
                                        .mapToObj(Integer::toString)
                                        .forEach(no ->
                                                sheet.type(no, "実績値", value).type(no, "進捗状況", "文" + value)));
                        return trips(() -> assertThat(workbooks
                                        .apply(daisen, PlansOfSize.slug(size), year, DAISEN, FILE, file, Decisions.NONE)
                                        .applied())
                                .isTrue());
                    })
                    .toList();
            if (value == 8) {
                assertThat(taken.get(1)).isEqualTo(taken.get(0));
            }
        }
    }

    private static int trips(Runnable call) {
        // A connection that lay idle is tested when it is next taken; that is not what a call costs.
        daisen();
        return SentStatements.roundTrips(call);
    }

    private static void open(String plan) {
        collections.open(
                daisen(),
                plan,
                new OpenRound(
                        new FiscalYear(2024), LocalDate.now(JapanTime.ZONE).plusDays(30), "", Set.of(), Set.of()));
    }

    private static String message(UploadedWorkbook uploaded) {
        assertThat(uploaded.applied()).isFalse();
        assertThat(uploaded.problems()).hasSize(1);
        return uploaded.problems().getFirst().message();
    }

    private static String decision(UploadedWorkbook uploaded, String no) {
        return uploaded.items().stream()
                .filter(item -> item.no().equals(no) && item.standing() == WorkbookItem.Standing.STALE)
                .map(WorkbookItem::decision)
                .findFirst()
                .orElseThrow();
    }

    private static byte[] file(Actor actor) {
        return workbooks.workbook(actor, PLAN, R5, HIRAIZUMI).bytes();
    }

    private static UploadedWorkbook preview(Actor actor, byte[] file, Decisions decisions) {
        return workbooks.preview(actor, PLAN, R5, HIRAIZUMI, FILE, file, decisions);
    }

    private static UploadedWorkbook apply(Actor actor, byte[] file, Decisions decisions) {
        return workbooks.apply(actor, PLAN, R5, HIRAIZUMI, FILE, file, decisions);
    }

    private static void look(byte[] file, Consumer<FilledWorkbook> looking) {
        assertThat(FilledWorkbook.of(file, looking)).isNotEmpty();
    }

    private static List<String> numbers(byte[] file) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            return numbers(workbook.getSheet("実績入力"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> numbers(FilledWorkbook filled) {
        return numbers(filled.sheet());
    }

    private static List<String> numbers(XSSFSheet sheet) {
        return IntStream.rangeClosed(0, sheet.getLastRowNum())
                .mapToObj(sheet::getRow)
                .flatMap(row -> Stream.ofNullable(row == null ? null : row.getCell(0)))
                .map(Cell::getStringCellValue)
                .filter(key -> !key.isBlank() && !key.equals("記号"))
                .toList();
    }

    private static EntryRow cell(String no) {
        return entries.cell(secretariat(), PLAN, no, R5, HIRAIZUMI);
    }

    private static Observed observed(String no) {
        return Objects.requireNonNull(cell(no).stored()).observation().observed();
    }

    private static Narrative narrative(String no) {
        return entries.narrative(secretariat(), PLAN, R5, no, HIRAIZUMI).orElseThrow();
    }

    private static void enter(String no, String value, String year, String note) {
        assertThat(entries.enter(
                        secretariat(),
                        PLAN,
                        R5,
                        HIRAIZUMI,
                        List.of(new CellEdit(
                                no, new CellEdit.Typed(new TypedCell(value, year, note)), CellEdit.ANY_VERSION, ""))))
                .singleElement()
                .isInstanceOf(EntryOutcome.Saved.class);
    }

    private static void narrate(String no, NarrativeText text) {
        assertThat(entries.narrate(secretariat(), PLAN, R5, no, HIRAIZUMI, text, CellEdit.ANY_VERSION, ""))
                .isNotNull();
    }

    private static List<AuditEntry> changes(String no) {
        return backend.bean(HistoryService.class)
                .ofCell(secretariat(), PLAN, no, R5, HIRAIZUMI)
                .entries();
    }

    private static Actor secretariat() {
        return backend.user(DemonstrationUser.SECRETARIAT);
    }

    private static Actor hiraizumi() {
        return backend.user(DemonstrationUser.HIRAIZUMI);
    }

    private static Actor daisen() {
        return backend.user(DemonstrationUser.DAISEN);
    }
}
