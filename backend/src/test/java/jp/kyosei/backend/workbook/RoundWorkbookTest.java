package jp.kyosei.backend.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.kyosei.backend.actual.narrative.Narrative;
import jp.kyosei.backend.actual.narrative.NarrativeText;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.collection.entry.CellEdit;
import jp.kyosei.backend.collection.entry.EntryRow;
import jp.kyosei.backend.collection.task.TaskState;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.figure.Observed;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Workbooks of 令和5年度 for 平泉町; each test uses indicators of its own. */
class RoundWorkbookTest extends RoundWorkbookCase {
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

    private static void narrate(String no, NarrativeText text) {
        assertThat(entries.narrate(secretariat(), PLAN, R5, no, HIRAIZUMI, text, CellEdit.ANY_VERSION, ""))
                .isNotNull();
    }
}
