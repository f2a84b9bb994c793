package jp.kyosei.backend.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.importing.applying.ImportPreview;
import jp.kyosei.backend.importing.applying.ImportPreviews;
import jp.kyosei.backend.importing.comparing.PlannedChange;
import jp.kyosei.backend.importing.inbox.DataImport;
import jp.kyosei.backend.importing.inbox.ImportInbox;
import jp.kyosei.backend.importing.inbox.NewImport;
import jp.kyosei.backend.importing.reading.Finding;
import jp.kyosei.backend.report.ReportFormat;
import jp.kyosei.backend.report.ReportKind;
import jp.kyosei.backend.report.ReportService;
import jp.kyosei.backend.tenancy.Actor;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** This product's own files as people bring them back: changed where they see the figures, sorted, with notes and without helpers. */
class OwnFilesTest {
    private static final RunningBackend BACKEND = RunningBackend.get();
    private static final String SEEN = "実績一覧";
    private static final int MOST_COLUMNS = 20;

    private final ImportInbox imports = BACKEND.bean(ImportInbox.class);
    private final ImportPreviews previews = BACKEND.bean(ImportPreviews.class);

    /** The plans of the demonstration, each with the year that is judged. */
    enum Plan {
        JOINT(DemonstrationUser.SECRETARIAT, "ichinoseki-hiraizumi", "ichinoseki-hiraizumi-vision-2", 2022),
        MINE(DemonstrationUser.MINE, "mine", "mine-strategy-2", 2023),
        DAISEN(DemonstrationUser.DAISEN, "daisen", "daisen-strategy-2", 2022);

        private final DemonstrationUser user;
        private final String owner;
        private final String slug;
        private final int year;

        Plan(DemonstrationUser user, String owner, String slug, int year) {
            this.user = user;
            this.owner = owner;
            this.slug = slug;
            this.year = year;
        }
    }

    @ParameterizedTest
    @EnumSource
    void only_the_sheet_that_people_see_comes_back_without_one_difference(Plan plan) throws IOException {
        ImportPreview preview = preview(plan, changed(workbook(plan), OwnFilesTest::keepOnlyTheSeen));

        assertThat(PublishedFilesTest.problems(preview)).isEmpty();
        assertThat(changes(preview)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void results_csv_comes_back_without_one_difference(Plan plan) {
        ImportPreview preview = preview(plan, "results.csv", csv(plan));

        assertThat(PublishedFilesTest.problems(preview)).isEmpty();
        assertThat(changes(preview)).isEmpty();
        assertThat(preview.unchanged()).isGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_figure_that_is_changed_where_people_see_it_is_taken(boolean whole) throws IOException {
        ImportPreview preview = preview(Plan.MINE, changed(workbook(Plan.MINE), book -> {
            seen(book, "1-1-1-1", "R5").setCellValue(409);
            if (!whole) {
                keepOnlyTheSeen(book);
            }
        }));

        assertThat(PublishedFilesTest.problems(preview)).isEmpty();
        assertThat(preview.changes()).singleElement().satisfies(change -> {
            assertThat(change.no()).isEqualTo("1-1-1-1");
            assertThat(change.before()).isEqualTo("407");
            assertThat(change.after()).isEqualTo("409");
            assertThat(change.place().sheet()).isEqualTo(SEEN);
        });
    }

    @Test
    void a_reason_that_is_written_over_a_figure_is_taken() throws IOException {
        ImportPreview preview = preview(Plan.MINE, changed(workbook(Plan.MINE), book -> seen(book, "1-1-1-1", "R5")
                .setCellValue("中止")));

        assertThat(PublishedFilesTest.problems(preview)).isEmpty();
        assertThat(changes(preview)).containsExactly("1-1-1-1 R5 407 -> 中止");
    }

    @Test
    void what_cannot_be_understood_there_is_named() throws IOException {
        ImportPreview preview = preview(Plan.MINE, changed(workbook(Plan.MINE), book -> seen(book, "1-1-1-1", "R5")
                .setCellValue("四百九")));

        assertThat(PublishedFilesTest.problems(preview))
                .singleElement()
                .asString()
                .contains("四百九");
        assertThat(preview.changes()).isEmpty();
    }

    @Test
    void the_reference_year_of_a_figure_stays_in_its_format_and_goes_with_another_figure() throws IOException {
        byte[] original = workbook(Plan.MINE);
        String[] at = new String[2];
        byte[] other = changed(original, book -> {
            Cell cell = anyOfAnotherYear(book);
            at[0] = cell.getRow().getCell(0).getStringCellValue();
            at[1] = new DataFormatter().formatCellValue(cell);
            cell.setCellValue(cell.getNumericCellValue() + 1);
        });
        ImportPreview preview = preview(Plan.MINE, other);

        assertThat(PublishedFilesTest.problems(preview))
                .as("%s %s", at[0], at[1])
                .isEmpty();
        assertThat(preview.changes()).singleElement().satisfies(change -> {
            String year = change.before().replaceAll("^[^(]*", "");
            assertThat(year).startsWith("(");
            assertThat(change.after()).endsWith(year).isNotEqualTo(change.before());
        });
    }

    @Test
    void a_total_that_is_changed_is_refused_with_a_word_and_a_towns_part_is_taken() throws IOException {
        ImportPreview total = preview(Plan.JOINT, changed(workbook(Plan.JOINT), book -> {
            Cell cell = seen(book, "9", "R4");
            cell.setCellValue(cell.getNumericCellValue() + 1);
        }));
        assertThat(PublishedFilesTest.problems(total))
                .singleElement()
                .asString()
                .contains("市町村の値から計算する値");
        assertThat(total.changes()).isEmpty();

        ImportPreview part = preview(Plan.JOINT, changed(workbook(Plan.JOINT), book -> {
            Cell cell = below(seen(book, withParts(book), "R4"), 1);
            cell.setCellValue(cell.getNumericCellValue() + 1);
        }));
        assertThat(PublishedFilesTest.problems(part)).isEmpty();
        assertThat(part.changes()).hasSize(1);
        assertThat(part.changes().getFirst().whose()).isNotEmpty();
    }

    @Test
    void two_sheets_that_say_two_things_are_told_and_nothing_is_taken() throws IOException {
        ImportPreview preview = preview(Plan.MINE, changed(workbook(Plan.MINE), book -> {
            seen(book, "1-1-1-1", "R5").setCellValue(409);
            record(book, "実績値", "1-1-1-1", 2023, "値").setCellValue(410);
        }));

        assertThat(PublishedFilesTest.problems(preview))
                .singleElement()
                .asString()
                .contains("「実績値」では 410", "「409」");
    }

    @Test
    void the_sheet_for_programs_may_be_changed_alone_or_in_the_same_way() throws IOException {
        ImportPreview alone =
                preview(Plan.MINE, changed(workbook(Plan.MINE), book -> record(book, "実績値", "1-1-1-1", 2023, "値")
                        .setCellValue(410)));
        assertThat(PublishedFilesTest.problems(alone)).isEmpty();
        assertThat(changes(alone)).containsExactly("1-1-1-1 R5 407 -> 410");

        ImportPreview alike = preview(Plan.MINE, changed(workbook(Plan.MINE), book -> {
            seen(book, "1-1-1-1", "R5").setCellValue(410);
            record(book, "実績値", "1-1-1-1", 2023, "値").setCellValue(410);
        }));
        assertThat(PublishedFilesTest.problems(alike)).isEmpty();
        assertThat(changes(alike)).containsExactly("1-1-1-1 R5 407 -> 410");
    }

    @ParameterizedTest
    @CsvSource({"進捗率,計算した値", "対前年,計算した値", "状況,計算した値", "目標値,計画のもの", "現状値,計画のもの", "単位,計画のもの"})
    void what_is_computed_or_the_plans_is_left_out_with_a_word(String head, String why) throws IOException {
        ImportPreview preview = preview(Plan.MINE, changed(workbook(Plan.MINE), book -> {
            Cell cell = seen(book, "1-1-1-1", head);
            cell.setCellValue(123.4);
            if (head.equals("単位") || head.equals("状況")) {
                cell.setCellValue("べつのもの1");
            }
        }));

        assertThat(PublishedFilesTest.problems(preview)).isEmpty();
        assertThat(preview.changes()).isEmpty();
        assertThat(preview.findings())
                .filteredOn(finding -> finding.message().contains("「実績一覧」の"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message()).contains(why);
                    assertThat(Objects.requireNonNull(finding.place()).sheet()).isEqualTo(SEEN);
                });
    }

    @Test
    void helpers_taken_away_titles_notes_sorted_rows_and_years_in_japanese_do_no_harm() throws IOException {
        byte[] file = changed(workbook(Plan.MINE), book -> {
            for (String helper : List.of("指標名", "年度（和暦）", "市町村名", "単位", "欠測理由", "状態", "参照年度（和暦）")) {
                blank(book, "実績値", helper);
            }
            Sheet actuals = book.getSheet("実績値");
            sortDown(actuals);
            int years = column(actuals.getRow(0), "年度");
            for (Row row : actuals) {
                if (row.getRowNum() > 0 && row.getRowNum() % 3 == 0) {
                    int year = (int) row.getCell(years).getNumericCellValue();
                    row.getCell(years)
                            .setCellValue(
                                    row.getRowNum() % 2 == 0
                                            ? new FiscalYear(year).shortLabel()
                                            : new FiscalYear(year).longLabel());
                }
            }
            actuals.createRow(actuals.getLastRowNum() + 2).createCell(0).setCellValue("※ R5は速報値を含む");
            actuals.shiftRows(0, actuals.getLastRowNum(), 2);
            actuals.createRow(0).createCell(0).setCellValue("令和5年度　実績値の控え");
            Sheet seen = book.getSheet(SEEN);
            seen.shiftRows(0, seen.getLastRowNum(), 1);
            seen.createRow(0).createCell(0).setCellValue("企画課で確認中");
            seen.createRow(seen.getLastRowNum() + 1).createCell(2).setCellValue("（注）暫定版");
            book.removeSheetAt(book.getSheetIndex("指摘"));
            book.removeSheetAt(book.getSheetIndex("取組"));
        });
        ImportPreview preview = preview(Plan.MINE, file);

        assertThat(PublishedFilesTest.problems(preview)).isEmpty();
        assertThat(changes(preview)).isEmpty();
        assertThat(preview.unchanged()).isGreaterThan(100);
        assertThat(preview.findings()).extracting(Finding::message).anyMatch(said -> said.contains("※ R5は速報値を含む"));
    }

    @Test
    void the_sheets_for_programs_are_known_without_the_plans_own_sheet() throws IOException {
        ImportPreview preview = preview(Plan.MINE, changed(workbook(Plan.MINE), book -> {
            book.removeSheetAt(book.getSheetIndex("計画"));
            book.setSheetName(book.getSheetIndex(SEEN), "令和5年度");
            seen(book, "1-1-1-1", "R5").setCellValue(409);
        }));

        assertThat(PublishedFilesTest.problems(preview)).isEmpty();
        assertThat(changes(preview)).containsExactly("1-1-1-1 R5 407 -> 409");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-31j"})
    void a_figure_that_is_changed_in_results_csv_is_taken_however_it_was_saved(String charset) {
        String text = new String(csv(Plan.MINE), StandardCharsets.UTF_8).replace("\uFEFF", "");
        List<String> lines = new ArrayList<>(text.lines().toList());
        int line = lineOf(lines, "1-1-1-1", "2023");
        lines.set(line, lines.get(line).replace(",407,", ",409,"));
        ImportPreview preview =
                preview(Plan.MINE, "results.csv", String.join("\r\n", lines).getBytes(Charset.forName(charset)));

        assertThat(PublishedFilesTest.problems(preview)).isEmpty();
        assertThat(changes(preview)).containsExactly("1-1-1-1 R5 407 -> 409");
    }

    @Test
    void a_total_in_results_csv_is_refused_with_a_word_and_lost_zeros_and_days_for_numbers_do_no_harm() {
        String text = new String(csv(Plan.JOINT), StandardCharsets.UTF_8);
        String spoilt = text.replace(",034029,", ",34029,").replace(",032093,", ",32093,");
        ImportPreview lost = preview(Plan.JOINT, "results.csv", spoilt.getBytes(StandardCharsets.UTF_8));
        assertThat(PublishedFilesTest.problems(lost)).isEmpty();
        assertThat(changes(lost)).isEmpty();

        List<String> lines = new ArrayList<>(text.lines().toList());
        int total = lines.indexOf(lines.stream()
                .filter(line -> line.contains(",集計,") && line.contains(",2022,"))
                .findFirst()
                .orElseThrow());
        String[] cells = lines.get(total).split(",", -1);
        int value = Arrays.asList(lines.getFirst().split(",", -1)).indexOf("値");
        cells[value] = cells[value] + "7";
        lines.set(total, String.join(",", cells));
        ImportPreview changed =
                preview(Plan.JOINT, "results.csv", String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
        assertThat(PublishedFilesTest.problems(changed))
                .singleElement()
                .asString()
                .contains("市町村の値から計算する値");
    }

    @Test
    void results_csv_makes_no_new_plan_and_says_what_does() {
        DataImport brought = imports.receive(
                BACKEND.user(DemonstrationUser.MINE),
                "mine",
                PublishedFilesTest.newPlan("CSVの計画", 2023, "results.csv"),
                csv(Plan.MINE));
        ImportPreview preview = previews.preview(BACKEND.user(DemonstrationUser.MINE), brought.id())
                .orElseThrow();
        assertThat(PublishedFilesTest.problems(preview)).anyMatch(problem -> problem.contains("results.xlsx を選んで"));
        imports.cancel(BACKEND.user(DemonstrationUser.MINE), brought.id());
    }

    private static int lineOf(List<String> lines, String no, String year) {
        return lines.indexOf(lines.stream()
                .filter(line -> line.startsWith(no + ",") && line.contains("," + year + ","))
                .findFirst()
                .orElseThrow());
    }

    private static List<String> changes(ImportPreview preview) {
        return preview.changes().stream().map(OwnFilesTest::words).toList();
    }

    private static String words(PlannedChange change) {
        return "%s %s %s -> %s"
                .formatted(change.no(), change.fiscalYear().shortLabel(), change.before(), change.after());
    }

    private ImportPreview preview(Plan plan, byte[] file) {
        return preview(plan, "results.xlsx", file);
    }

    private ImportPreview preview(Plan plan, String name, byte[] file) {
        Actor actor = BACKEND.user(plan.user);
        DataImport brought =
                imports.receive(actor, plan.owner, new NewImport(plan.slug, "", new FiscalYear(plan.year), name), file);
        assertThat(brought.message()).isEmpty();
        ImportPreview preview = previews.preview(actor, brought.id()).orElseThrow();
        imports.cancel(actor, brought.id());
        return preview;
    }

    private static byte[] workbook(Plan plan) {
        return report(plan, ReportFormat.XLSX);
    }

    private static byte[] csv(Plan plan) {
        return report(plan, ReportFormat.CSV);
    }

    private static byte[] report(Plan plan, ReportFormat format) {
        return BACKEND.bean(ReportService.class)
                .report(BACKEND.user(plan.user), plan.slug, ReportKind.RESULTS, format, new FiscalYear(plan.year))
                .bytes();
    }

    private static byte[] changed(byte[] file, Consumer<XSSFWorkbook> change) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            change.accept(book);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static void keepOnlyTheSeen(XSSFWorkbook book) {
        for (int sheet = book.getNumberOfSheets() - 1; sheet >= 0; sheet--) {
            if (!book.getSheetName(sheet).equals(SEEN)) {
                book.removeSheetAt(sheet);
            }
        }
    }

    /** A cell of 実績一覧, wherever its head stands. */
    private static Cell seen(XSSFWorkbook book, String no, String head) {
        Sheet sheet = sheetOfPeople(book);
        Row heads = heads(sheet);
        int at = -1;
        for (Cell cell : heads) {
            String text = cell.getStringCellValue();
            boolean fits = head.matches("[RH][0-9]+") ? text.startsWith(head + "\n実績値") : text.contains(head);
            at = at < 0 && fits ? cell.getColumnIndex() : at;
        }
        for (Row row : sheet) {
            Cell first = row.getCell(0);
            if (row.getRowNum() > heads.getRowNum()
                    && first != null
                    && first.getCellType() == CellType.STRING
                    && first.getStringCellValue().equals(no)) {
                return row.getCell(at);
            }
        }
        throw new AssertionError(no + " " + head);
    }

    private static Sheet sheetOfPeople(XSSFWorkbook book) {
        return book.getSheet(SEEN) == null ? book.getSheet("令和5年度") : book.getSheet(SEEN);
    }

    private static Row heads(Sheet sheet) {
        for (Row row : sheet) {
            if (row.getCell(0) != null
                    && row.getCell(0).getCellType() == CellType.STRING
                    && row.getCell(0).getStringCellValue().equals("No.")) {
                return row;
            }
        }
        throw new AssertionError("no heads");
    }

    /** An indicator whose parts stand in rows of their own, each with a number in R4. */
    private static String withParts(XSSFWorkbook book) {
        Sheet sheet = book.getSheet(SEEN);
        for (Row row : sheet) {
            Cell first = row.getCell(0);
            if (first != null
                    && first.getCellType() == CellType.STRING
                    && first.getStringCellValue().matches("[0-9]+")) {
                Cell part = below(seen(book, first.getStringCellValue(), "R4"), 1);
                Row next = sheet.getRow(row.getRowNum() + 1);
                boolean isPart = next != null
                        && next.getCell(3) != null
                        && next.getCell(3).getCellType() == CellType.STRING
                        && next.getCell(3).getStringCellValue().startsWith("└");
                if (isPart && part.getCellType() == CellType.NUMERIC) {
                    return first.getStringCellValue();
                }
            }
        }
        throw new AssertionError("no parts");
    }

    private static Cell below(Cell cell, int rows) {
        return cell.getSheet()
                .getRow(cell.getRowIndex() + rows)
                .getCell(cell.getColumnIndex(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private static Cell anyOfAnotherYear(XSSFWorkbook book) {
        DataFormatter shown = new DataFormatter();
        Sheet sheet = book.getSheet(SEEN);
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.NUMERIC
                        && cell.getRow().getCell(0) != null
                        && shown.formatCellValue(cell).matches(".*\\([HR][0-9]+\\).*")
                        && heads(sheet)
                                .getCell(cell.getColumnIndex())
                                .getStringCellValue()
                                .contains("実績値")) {
                    return cell;
                }
            }
        }
        throw new AssertionError("no figure of another year");
    }

    private static Cell record(XSSFWorkbook book, String name, String no, int year, String head) {
        Sheet sheet = book.getSheet(name);
        for (Row row : sheet) {
            if (row.getRowNum() > 0
                    && row.getCell(column(sheet.getRow(0), "指標番号"))
                            .getStringCellValue()
                            .equals(no)
                    && row.getCell(column(sheet.getRow(0), "年度")).getNumericCellValue() == year) {
                return row.getCell(column(sheet.getRow(0), head));
            }
        }
        throw new AssertionError(no);
    }

    private static int column(Row heads, String title) {
        for (Cell cell : heads) {
            if (cell.getStringCellValue().equals(title)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError(title);
    }

    private static void blank(XSSFWorkbook book, String name, String title) {
        Sheet sheet = book.getSheet(name);
        int column = column(sheet.getRow(0), title);
        for (Row row : sheet) {
            if (row.getCell(column) != null) {
                row.removeCell(row.getCell(column));
            }
        }
    }

    /** Sorts the records by their number, the last first, as a spreadsheet does: with the formats of their cells. */
    private static void sortDown(Sheet sheet) {
        List<List<Kept>> records = new ArrayList<>();
        for (Row row : sheet) {
            if (row.getRowNum() > 0) {
                List<Kept> cells = new ArrayList<>();
                for (int column = 0; column < MOST_COLUMNS; column++) {
                    cells.add(Kept.of(row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)));
                }
                records.add(cells);
            }
        }
        List<List<Kept>> sorted = records.stream()
                .sorted(Comparator.comparing(
                                (List<Kept> cells) -> cells.getFirst().text())
                        .reversed())
                .toList();
        for (int at = 0; at < sorted.size(); at++) {
            for (int column = 0; column < MOST_COLUMNS; column++) {
                sorted.get(at).get(column).into(sheet.getRow(at + 1).getCell(column));
            }
        }
    }

    /** What a cell holds. */
    private record Kept(boolean isNumber, double number, String text, CellStyle style) {
        static Kept of(Cell cell) {
            boolean number = cell.getCellType() == CellType.NUMERIC;
            return new Kept(
                    number,
                    number ? cell.getNumericCellValue() : 0,
                    number ? "" : cell.getStringCellValue(),
                    cell.getCellStyle());
        }

        void into(Cell cell) {
            // A text within the cell itself would stay where it is.
            cell.setBlank();
            cell.setCellStyle(style);
            if (isNumber) {
                cell.setCellValue(number);
            } else if (!text.isEmpty()) {
                cell.setCellValue(text);
            }
        }
    }
}
