package jp.kyosei.backend.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.applying.ImportApplying;
import jp.kyosei.backend.importing.applying.ImportPreview;
import jp.kyosei.backend.importing.applying.ImportPreviews;
import jp.kyosei.backend.importing.document.ImportRefusedException;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.inbox.ImportInbox;
import jp.kyosei.backend.importing.inbox.NewImport;
import jp.kyosei.backend.importing.undoing.ImportUndoing;
import jp.kyosei.backend.report.ReportFormat;
import jp.kyosei.backend.report.ReportKind;
import jp.kyosei.backend.report.ReportService;
import jp.kyosei.backend.results.ResultsRow;
import jp.kyosei.backend.results.ResultsService;
import jp.kyosei.backend.tenancy.Actor;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What was written as a workbook comes back without one difference; what somebody broke in it is named at its cell. */
class RoundTripTest {
    private static final RunningBackend BACKEND = RunningBackend.alone();
    private static final String MINE = "mine-strategy-2";

    private final ImportInbox imports = BACKEND.bean(ImportInbox.class);
    private final ImportUndoing undoing = BACKEND.bean(ImportUndoing.class);
    private final ImportApplying applying = BACKEND.bean(ImportApplying.class);
    private final ImportPreviews previews = BACKEND.bean(ImportPreviews.class);

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    @ParameterizedTest
    @CsvSource({
        "SECRETARIAT,ichinoseki-hiraizumi,ichinoseki-hiraizumi-vision-2,2022",
        "MINE,mine,mine-strategy-2,2023",
        "DAISEN,daisen,daisen-strategy-2,2022",
    })
    void the_workbook_of_a_plan_comes_back_without_one_difference(
            DemonstrationUser user, String owner, String plan, int year) {
        Actor actor = BACKEND.user(user);
        DataImport brought = imports.receive(
                actor, owner, new NewImport(plan, "", new FiscalYear(year), "実績一覧.xlsx"), workbook(actor, plan, year));
        assertThat(brought.message()).isEmpty();
        ImportPreview preview = previews.preview(actor, brought.id()).orElseThrow();
        assertThat(PublishedFilesTest.problems(preview)).isEmpty();
        assertThat(preview.changes()).isEmpty();
        assertThat(preview.unchanged()).isGreaterThan(100);
    }

    @ParameterizedTest
    @CsvSource({"評価文,進捗状況・成果", "評価文,今後の取組等", "公表値,達成度", "公表値,進捗率", "公表値,対前年"})
    void a_blank_cell_of_the_workbook_changes_nothing(String sheet, String column) throws IOException {
        Actor actor = BACKEND.user(DemonstrationUser.SECRETARIAT);
        String plan = "ichinoseki-hiraizumi-vision-2";
        byte[] blanked = changed(workbook(actor, plan, 2022), breaking(sheet, 1, column, ""));
        DataImport brought = imports.receive(
                actor, "ichinoseki-hiraizumi", new NewImport(plan, "", new FiscalYear(2022), "実績一覧.xlsx"), blanked);
        ImportPreview preview = previews.preview(actor, brought.id()).orElseThrow();

        assertThat(PublishedFilesTest.problems(preview)).isEmpty();
        assertThat(preview.changes()).isEmpty();
    }

    @Test
    void a_plan_made_of_a_workbook_has_the_same_results_reasons_and_reference_years() {
        Actor mine = BACKEND.user(DemonstrationUser.MINE);
        DataImport brought = imports.receive(
                mine, "mine", PublishedFilesTest.newPlan("写し", 2023, "写し.xlsx"), workbook(mine, MINE, 2023));
        ImportPreview preview = previews.preview(mine, brought.id()).orElseThrow();
        assertThat(PublishedFilesTest.problems(preview)).isEmpty();
        applying.apply(mine, brought.id(), preview.fingerprint(), "");

        assertThat(rows(mine, brought.planSlug()))
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*indicator\\.id.*", ".*departmentOwner.*", ".*confirmation.*")
                .isEqualTo(rows(mine, MINE));
        undoing.undo(mine, brought.id());
    }

    private static List<ResultsRow> rows(Actor actor, String plan) {
        return BACKEND.bean(ResultsService.class)
                .results(actor, plan, new FiscalYear(2023))
                .rows();
    }

    static Stream<Arguments> breakages() {
        return Stream.of(
                Arguments.of(
                        "a municipality's code with a wrong check digit",
                        breaking("実績値", 1, "市町村コード", "352137"),
                        "全国地方公共団体コード"),
                Arguments.of("a municipality's code of letters", breaking("報告団体", 2, "市町村コード", "美祢市"), "全国地方公共団体コード"),
                Arguments.of(
                        "a municipality that does not report",
                        breaking("実績値", 1, "市町村コード", "032093"),
                        "報告する市町村ではありません"),
                Arguments.of("an unknown indicator", breaking("実績値", 1, "指標番号", "9-9-9"), "シート「指標」にある指標番号"),
                Arguments.of("a number used twice", breaking("指標", 2, "指標番号", "1-0-1"), "指標番号が重複"),
                Arguments.of("the same figure twice", breaking("実績値", 2, "年度", 2019.0), "行が2つあります"),
                Arguments.of("a year of letters", breaking("実績値", 1, "年度", "令和"), "数値にしてください"),
                Arguments.of("a year of the middle ages", breaking("実績値", 1, "年度", 1192.0), "年度を西暦4桁"),
                Arguments.of("half a year", breaking("実績値", 1, "年度", 2020.5), "整数にしてください"),
                Arguments.of("a figure of words", breaking("実績値", 1, "値", "たくさん"), "数値にしてください"),
                Arguments.of("a figure and a reason", breaking("実績値", 1, "欠測理由コード", "CANCELLED"), "どれか1つ"),
                Arguments.of("an unknown reason", breaking("実績値", 1, "欠測理由コード", "BECAUSE"), "次のどれか"),
                Arguments.of("half a ratio", breaking("実績値", 1, "分子", 3.0), "どれか1つ"),
                Arguments.of(
                        "a numerator without its denominator",
                        breaking("実績値", 1, "値", "").andThen(breaking("実績値", 1, "分子", 3.0)),
                        "分子と分母は両方"),
                Arguments.of("a year of the figure still to come", breaking("実績値", 1, "参照年度", 2023.0), "より後です"),
                Arguments.of("words beside a figure too long", breaking("実績値", 1, "注", "あ".repeat(501)), "500"),
                Arguments.of(
                        "two figures of the one town that reports",
                        breaking("実績値", 2, "年度", 2019.0).andThen(breaking("実績値", 2, "市町村コード", "")),
                        "同じ欄に2つ"),
                Arguments.of("a target of one year twice", breaking("目標値", 2, "指標番号", "1-0-1"), "行が2つあります"),
                Arguments.of("a heading's number twice", breaking("体系", 2, "体系番号", "1"), "体系番号が重複"),
                Arguments.of("a section's number twice", breaking("体系", 2, "体系番号", "1"), "体系番号が重複"),
                Arguments.of(
                        "an initiative that ends before it begins",
                        breaking("取組", 1, "開始年度", 2022.0).andThen(breaking("取組", 1, "終了年度", 2020.0)),
                        "初年度以後"),
                Arguments.of("a circle of sections", breaking("体系", 1, "上位の体系番号", "1-1"), "上位の体系"),
                Arguments.of("an unknown section", breaking("指標", 1, "体系番号", "77"), "体系番号77がありません"),
                Arguments.of("too many decimals", breaking("指標", 1, "小数桁数", 12.0), "0〜6"),
                Arguments.of("an unknown direction", breaking("指標", 1, "方向", "斜め"), "次のどれか"),
                Arguments.of("an unknown kind of plan", breaking("計画", 1, "計画種別", "夢"), "次のどれか"),
                Arguments.of("another version of the form", breaking("計画", 1, "様式の版", 99.0), "様式の版は読み込めません"),
                Arguments.of(
                        "a missing sheet",
                        (Consumer<XSSFWorkbook>) book -> book.removeSheetAt(book.getSheetIndex("実績値")),
                        "シート「実績値」がありません"),
                Arguments.of("a missing column", breaking("実績値", 0, "値", "数"), "「値」の列がありません"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breakages")
    void what_was_broken_in_the_workbook_is_named_and_nothing_changes(
            String name, Consumer<XSSFWorkbook> breakage, String message) throws IOException {
        Actor mine = BACKEND.user(DemonstrationUser.MINE);
        byte[] broken = changed(workbook(mine, MINE, 2023), breakage);
        boolean ofThePlanItself = name.contains("section");
        DataImport brought = imports.receive(
                mine,
                "mine",
                ofThePlanItself
                        ? PublishedFilesTest.newPlan("壊れた写し", 2023, "写し.xlsx")
                        : new NewImport(MINE, "", new FiscalYear(2023), "実績一覧.xlsx"),
                broken);
        ImportPreview preview = previews.preview(mine, brought.id()).orElseThrow();
        assertThat(PublishedFilesTest.problems(preview)).as(name).anyMatch(problem -> problem.contains(message));
        List<ResultsRow> before = rows(mine, MINE);
        assertThatThrownBy(() -> applying.apply(mine, brought.id(), null, "理由"))
                .isInstanceOf(ImportRefusedException.class);
        assertThat(rows(mine, MINE)).isEqualTo(before);
    }

    @Test
    void a_figure_changed_in_the_workbook_is_the_only_change() throws IOException {
        Actor mine = BACKEND.user(DemonstrationUser.MINE);
        byte[] edited = changed(workbook(mine, MINE, 2023), breaking("実績値", 1, "値", 3511.0));
        DataImport brought =
                imports.receive(mine, "mine", new NewImport(MINE, "", new FiscalYear(2023), "実績一覧.xlsx"), edited);
        ImportPreview preview = previews.preview(mine, brought.id()).orElseThrow();
        assertThat(preview.changes()).singleElement().satisfies(change -> {
            assertThat(change.no()).isEqualTo("1-0-1");
            assertThat(change.after()).startsWith("3,511");
            assertThat(change.place().sheet()).isEqualTo("実績値");
        });
    }

    private static Consumer<XSSFWorkbook> breaking(String sheet, int row, String column, Object value) {
        return book -> {
            Cell old = cell(book, sheet, row, column);
            Row line = old.getRow();
            int index = old.getColumnIndex();
            // A new cell, for POI leaves the text of a cell that was streamed where it is.
            line.removeCell(old);
            Cell cell = line.createCell(index);
            if (value instanceof Double number) {
                cell.setCellValue(number);
            } else {
                cell.setCellValue(value.toString());
            }
        };
    }

    private static Cell cell(XSSFWorkbook book, String name, int row, String column) {
        Sheet sheet = book.getSheet(name);
        Row header = sheet.getRow(0);
        for (Cell title : header) {
            if (title.getStringCellValue().equals(column)) {
                Row wanted = sheet.getRow(row);
                return wanted.getCell(title.getColumnIndex(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            }
        }
        throw new IllegalStateException("no column " + column);
    }

    private static byte[] workbook(Actor actor, String plan, int year) {
        return BACKEND.bean(ReportService.class)
                .report(actor, plan, ReportKind.RESULTS, ReportFormat.XLSX, new FiscalYear(year))
                .bytes();
    }

    private static byte[] changed(byte[] workbook, Consumer<XSSFWorkbook> change) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            change.accept(book);
            book.write(bytes);
            return bytes.toByteArray();
        }
    }
}
