package jp.kyosei.backend.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.collection.entry.CellEdit;
import jp.kyosei.backend.collection.entry.EntryOutcome;
import jp.kyosei.backend.collection.entry.EntryService;
import jp.kyosei.backend.discussion.NewNote;
import jp.kyosei.backend.discussion.NoteKind;
import jp.kyosei.backend.discussion.NoteTarget;
import jp.kyosei.backend.discussion.Visibility;
import jp.kyosei.backend.discussion.thread.NoteWriting;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.figure.Observed;
import jp.kyosei.backend.meeting.MeetingId;
import jp.kyosei.backend.meeting.MeetingService;
import jp.kyosei.backend.meeting.paper.PaperService;
import jp.kyosei.backend.results.ResultsRow;
import jp.kyosei.backend.results.ResultsService;
import jp.kyosei.backend.results.Summary;
import jp.kyosei.backend.results.YearFigure;
import jp.kyosei.backend.resultsbook.ActualColumn;
import jp.kyosei.backend.resultsbook.WorkbookColumns;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The reports of the demonstration's plans, read back from the files. */
class ReportsTest extends ReportsCase {
    @Test
    void a_figure_of_another_year_says_so_and_a_reason_stands_in_words() throws IOException {
        try (PDDocument pdf = pdf(mine(), STRATEGY, ReportKind.RESULTS, R5)) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", ""))
                    .contains("38,806(H28)");
        }
        try (PDDocument pdf = pdf(secretariat(), VISION, ReportKind.RESULTS, R4)) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", ""))
                    .contains("コロナにより未実施");
        }
    }

    @Test
    void numbers_are_numbers_and_look_as_on_screen() throws IOException {
        List<ResultsRow> rows =
                backend.bean(ResultsService.class).results(mine(), STRATEGY, R5).rows();
        DataFormatter shown = new DataFormatter();
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(stream(mine(), STRATEGY, ReportKind.RESULTS, ReportFormat.XLSX, R5))) {
            Sheet sheet = workbook.getSheet(WorkbookColumns.PRINTED_SHEET);
            int head = headOf(sheet);
            for (ResultsRow row : rows) {
                Row line = rowOf(sheet, row.indicator().no());
                for (int year = 0; year < row.figures().size(); year++) {
                    YearFigure figure = row.figures().get(year);
                    Cell cell = line.getCell(4 + year);
                    if (figure.value() == null) {
                        assertThat(cell.getCellType()).isNotEqualTo(CellType.NUMERIC);
                    } else {
                        assertThat(cell.getCellType()).as(row.indicator().no()).isEqualTo(CellType.NUMERIC);
                        assertThat(cell.getNumericCellValue())
                                .isEqualTo(figure.value().doubleValue());
                        String format = cell.getCellStyle().getDataFormatString();
                        FiscalYear reference =
                                Objects.requireNonNull(figure.observation()).referenceYear();
                        if (reference == null) {
                            assertThat(shown.formatCellValue(cell)).isEqualTo(figure.text());
                        } else {
                            // POI takes the digits of a literal for its own; spreadsheets do not.
                            assertThat(format).endsWith("\"(%s)\"".formatted(reference.shortLabel()));
                        }
                    }
                }
            }
            assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) (head + 1));
            assertThat(sheet.getRepeatingRows().getFirstRow()).isEqualTo(head);
            assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A3_PAPERSIZE);
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(sheet.getFooter().getCenter()).contains("&P");
            assertThat(workbook.getPrintArea(0)).isNotEmpty();
        }
    }

    @Test
    void the_sheets_for_programs_have_one_head_no_merged_cells_no_blank_rows_and_their_columns() throws IOException {
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(stream(secretariat(), VISION, ReportKind.RESULTS, ReportFormat.XLSX, R4))) {
            assertThat(workbook.getSheetAt(0).getMergedRegions()).isNotEmpty();
            for (WorkbookColumns.Sheet wanted : WorkbookColumns.Sheet.values()) {
                Sheet sheet = workbook.getSheet(wanted.title());
                assertThat(sheet.getMergedRegions()).as(wanted.title()).isEmpty();
                List<String> heads = new ArrayList<>();
                sheet.getRow(0).forEach(cell -> heads.add(cell.getStringCellValue()));
                assertThat(heads)
                        .isEqualTo(wanted.columns().stream()
                                .map(WorkbookColumns.Column::title)
                                .toList());
                for (int row = 1; row <= sheet.getLastRowNum(); row++) {
                    assertThat(sheet.getRow(row)).isNotEmpty();
                }
            }
            Sheet actuals = workbook.getSheet(WorkbookColumns.Sheet.ACTUALS.title());
            Row first = actuals.getRow(1);
            assertThat(first.getCell(ActualColumn.YEAR.place()).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(first.getCell(ActualColumn.MUNICIPALITY.place()).getStringCellValue())
                    .matches("\\d{6}");
        }
    }

    @Test
    void the_csv_holds_each_figure_once_and_begins_with_a_byte_order_mark() throws IOException {
        byte[] bytes = file(secretariat(), VISION, ReportKind.RESULTS, ReportFormat.CSV, R4)
                .bytes();
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF指標番号,").contains("\r\n");
        List<CSVRecord> records = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text.substring(1)))
                .getRecords();
        List<CSVRecord> guests = records.stream()
                .filter(each -> each.get("指標番号").equals("9") && each.get("年度").equals("2022"))
                .toList();
        assertThat(guests).isNotEmpty();
        assertThat(guests.getFirst().get("値")).isEqualTo("349267");
        assertThat(guests.getFirst().get("達成度")).isEqualTo("B");
    }

    @Test
    void the_overview_counts_as_the_screen_does() throws IOException {
        Summary summary = backend.bean(ResultsService.class).summary(secretariat(), VISION, R4);
        try (PDDocument pdf = pdf(secretariat(), VISION, ReportKind.OVERVIEW, R4)) {
            String text = new PDFTextStripper().getText(pdf);
            summary.unmeasured().forEach(row -> assertThat(text.replaceAll("\\s", ""))
                    .contains(row.indicator().name().replaceAll("\\s", "")));
            assertThat(text).contains("「A」の指標は%d指標です".formatted(summary.counts().count("A")));
            assertThat(text)
                    .contains(
                            "実績を把握できなかった指標（%d指標）".formatted(summary.unmeasured().size()));
            assertThat(text).doesNotContain("指摘").doesNotContain("累計が減少");
        }
    }

    @Test
    void findings_stand_in_the_data_for_those_who_work_on_the_figures_and_on_no_paper() throws IOException {
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(stream(secretariat(), VISION, ReportKind.OVERVIEW, ReportFormat.XLSX, R4))) {
            StringBuilder found = new StringBuilder();
            workbook.getSheet("指摘").forEach(row -> row.forEach(cell -> found.append(cell)));
            assertThat(found).contains("累計が減少");
            workbook.getSheetAt(0)
                    .forEach(row ->
                            row.forEach(cell -> assertThat(cell.toString()).doesNotContain("指摘")));
        }
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void another_owners_plan_has_no_reports(ReportFormat format) {
        for (ReportKind kind : ReportKind.values()) {
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> reports.report(mine(), VISION, kind, format, null));
        }
    }

    @Test
    void a_figure_that_is_not_confirmed_is_in_the_secretariats_report_and_not_in_the_committees() {
        Actor hiraizumi = user(DemonstrationUser.HIRAIZUMI);
        assertThat(backend.bean(EntryService.class)
                        .enter(
                                hiraizumi,
                                VISION,
                                R5,
                                HIRAIZUMI,
                                List.of(new CellEdit(
                                        "9",
                                        new CellEdit.Given(new Observation(
                                                new Observed.Value(new BigDecimal("61947")), null, "速報値")),
                                        CellEdit.ANY_VERSION,
                                        ""))))
                .allMatch(EntryOutcome.Saved.class::isInstance);

        assertThat(csv(secretariat(), ReportKind.RESULTS, R5)).contains("61947");
        assertThat(csv(user(DemonstrationUser.IIN), ReportKind.RESULTS, R5)).doesNotContain("61947");
        assertThat(textOfWorkbook(user(DemonstrationUser.IIN), R5))
                .doesNotContain("61947")
                .doesNotContain("速報値");
        assertThat(textOfWorkbook(secretariat(), R5)).contains("61947").contains("速報値");
    }

    @Test
    void a_note_between_committee_and_secretariat_is_in_no_other_report() {
        backend.bean(NoteWriting.class)
                .write(
                        secretariat(),
                        VISION,
                        new NewNote(
                                new NoteTarget.Indicator("9"),
                                R4,
                                NoteKind.OPINION,
                                Visibility.COUNCIL,
                                "これは**委員**だけの意見です。"));

        assertThat(csv(user(DemonstrationUser.IIN), ReportKind.NOTES, R4)).contains("だけの意見です");
        assertThat(csv(user(DemonstrationUser.HIRAIZUMI), ReportKind.NOTES, R4)).doesNotContain("だけの意見です");
        assertThat(words(user(DemonstrationUser.IIN), ReportKind.NOTES, R4))
                .contains("含まれる意見：「委員と事務局」「構成市町」「公開」")
                .contains("これは委員だけの意見です。");
        assertThat(words(user(DemonstrationUser.HIRAIZUMI), ReportKind.NOTES, R4))
                .contains("含まれる意見：「構成市町」「公開」")
                .doesNotContain("だけの意見です");
    }

    @Test
    void the_pack_of_a_meeting_holds_what_is_issued_with_its_number_on_every_page() throws IOException {
        MeetingId meeting = backend.bean(MeetingService.class)
                .meetings(secretariat(), VISION)
                .meetings()
                .getFirst()
                .id();
        try (PDDocument before =
                Loader.loadPDF(reports.pack(secretariat(), meeting).bytes())) {
            assertThat(new PDFTextStripper().getText(before))
                    .doesNotContain("資料No.3")
                    .contains("発行された資料はありません");
        }
        backend.bean(PaperService.class).issue(secretariat(), meeting, Set.of(1, 2));

        ReportFile pack = reports.pack(user(DemonstrationUser.IIN), meeting);

        assertThat(pack.name()).endsWith("_会議資料.pdf");
        try (PDDocument pdf = Loader.loadPDF(pack.bytes())) {
            assertThat(text(pdf, 1)).contains("会議資料").doesNotContain("1 / ");
            assertThat(text(pdf, 2))
                    .contains("次第")
                    .contains("資料No.1")
                    .contains("資料No.2")
                    .doesNotContain("資料No.3");
            int pages = pdf.getNumberOfPages();
            assertThat(text(pdf, pages)).contains("資料No.2").contains("%d / %d".formatted(pages, pages));
            assertThat(text(pdf, pages - 2)).contains("資料No.");
            assertThat(new PDFTextStripper().getText(pdf)).contains("349,267").doesNotContain("資料No.3");
            List<String> bookmarks = new ArrayList<>();
            pdf.getDocumentCatalog().getDocumentOutline().children().forEach(item -> bookmarks.add(item.getTitle()));
            assertThat(bookmarks).anyMatch(title -> title.startsWith("資料No.1")).anyMatch(title -> title.contains("次第"));
        }
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> reports.pack(mine(), meeting));
    }

    @Test
    void a_file_has_a_name_in_japanese_and_one_for_programs_that_know_no_japanese() {
        ReportFile file = file(secretariat(), VISION, ReportKind.RESULTS, ReportFormat.CSV, R4);

        assertThat(file.name()).isEqualTo("第2次一関・平泉定住自立圏共生ビジョン_実績一覧_令和4年度.csv");
        assertThat(file.plainName()).isEqualTo("ichinoseki-hiraizumi-vision-2-results-2022.csv");
    }

    private static String csv(Actor actor, ReportKind kind, FiscalYear year) {
        return new String(file(actor, VISION, kind, ReportFormat.CSV, year).bytes(), StandardCharsets.UTF_8);
    }

    private static String words(Actor actor, ReportKind kind, FiscalYear year) {
        try (PDDocument pdf = pdf(actor, VISION, kind, year)) {
            return new PDFTextStripper().getText(pdf);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String textOfWorkbook(Actor actor, FiscalYear year) {
        StringBuilder all = new StringBuilder();
        DataFormatter shown = new DataFormatter();
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(stream(actor, VISION, ReportKind.RESULTS, ReportFormat.XLSX, year))) {
            workbook.forEach(sheet -> sheet.forEach(row ->
                    row.forEach(cell -> all.append(shown.formatCellValue(cell)).append('\n'))));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return all.toString();
    }

    private static int headOf(Sheet sheet) {
        for (Row row : sheet) {
            Cell first = row.getCell(0);
            if (first != null
                    && first.getCellType() == CellType.STRING
                    && first.getStringCellValue().equals("No.")) {
                return row.getRowNum();
            }
        }
        throw new AssertionError("no head");
    }

    private static Row rowOf(Sheet sheet, String no) {
        for (Row row : sheet) {
            Cell first = row.getCell(0);
            if (first != null
                    && first.getCellType() == CellType.STRING
                    && first.getStringCellValue().equals(no)) {
                return row;
            }
        }
        throw new AssertionError("no row " + no);
    }
}
