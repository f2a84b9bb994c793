package jp.kyosei.backend.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jp.kyosei.backend.evaluation.GradeLabel;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.plan.Plan;
import jp.kyosei.backend.plan.PlanId;
import jp.kyosei.backend.plan.PlanKind;
import jp.kyosei.backend.report.data.CsvWriter;
import jp.kyosei.backend.report.data.DataTable;
import jp.kyosei.backend.report.document.PaperSheet;
import jp.kyosei.backend.report.document.Printed;
import jp.kyosei.backend.report.document.ResultsPaper;
import jp.kyosei.backend.report.docx.DocxWriter;
import jp.kyosei.backend.report.paper.Paper;
import jp.kyosei.backend.report.pdf.PdfWriter;
import jp.kyosei.backend.report.xlsx.XlsxWriter;
import jp.kyosei.backend.resultsbook.WorkbookColumns;
import jp.kyosei.backend.sheet.reading.SheetReader;
import jp.kyosei.backend.tenancy.OwnerId;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Papers and tables made for the purpose, written and read back. */
class WritersTest {
    private static final FiscalYear R4 = new FiscalYear(2022);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+SUM(A1)",
                "-cmd|' /C calc'!A0",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "=HYPERLINK(\"http://x\")",
                "＝1+1",
                "＋SUM(A1)",
                "－cmd|' /C calc'!A0",
                "＠SUM(A1)",
                "﹦1+1",
                "﹫SUM(A1)",
                "−2+3",
                "－5＋3",
                "\n=1",
                " =1+1",
                "　＝1+1",
                "\u200B=1+1",
                "\uFEFF＝1",
                "\u00A0+1+1"
            })
    void a_text_that_looks_like_a_formula_stays_a_text(String text) throws IOException {
        Report report = report(text);

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(
                XlsxWriter.write(WorkbookColumns.PRINTED_SHEET, report.paper(), report.data())))) {
            Cell cell = workbook.getSheet("データ").getRow(1).getCell(0);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo(text);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
            workbook.forEach(sheet -> sheet.forEach(
                    row -> row.forEach(each -> assertThat(each.getCellType()).isNotEqualTo(CellType.FORMULA))));
        }
        assertThat(new String(CsvWriter.write(report.record()), StandardCharsets.UTF_8))
                .contains("'" + text.charAt(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-13,809", "+5", "-0.3", "-12.5%", "－１３，８０９", "＋５", "−0.3", "－１２．５％", "△5", "５７．０"})
    void a_number_in_words_keeps_its_sign_in_csv(String number) {
        assertThat(CsvWriter.harmless(number)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "＝1+1", "'=1+1", "''＠SUM(A1)", "'ふつう", "-12.5%", "'-5", "＋", "　－ 箇条書き", "ふつう"})
    void a_text_comes_back_from_csv_as_it_was(String text) {
        byte[] file = CsvWriter.write(report(text).record());

        assertThat(new SheetReader().read("表.csv", file).sheets().getFirst().rows())
                .last()
                .satisfies(row -> assertThat(row.cells().getFirst().text()).isEqualTo(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"改行\r\nあり", "_x0041_", "ふつう", "制\u0001御", "𠮷野家", " 前後の空白 "})
    void a_text_comes_back_from_a_workbook_as_it_was(String text) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(XlsxWriter.write(
                WorkbookColumns.PRINTED_SHEET,
                report(text).paper(),
                report(text).data())))) {
            assertThat(workbook.getSheet("データ").getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"57.0", "0", "-13809", "0.000001", "123456789012345", "1234567890123456789.5"})
    void a_number_comes_back_with_its_decimals(String number) throws IOException {
        DataTable table =
                new DataTable("データ", List.of("値"), List.of(List.of(DataTable.Datum.of(new BigDecimal(number)))));
        Report report = new Report(paper(List.of()), table, List.of(table));

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(
                XlsxWriter.write(WorkbookColumns.PRINTED_SHEET, report.paper(), report.data())))) {
            assertThat(new DataFormatter()
                            .formatCellValue(workbook.getSheet("データ").getRow(1).getCell(0)))
                    .isEqualTo(number);
        }
    }

    @Test
    void rare_letters_are_printed_and_break_nothing() throws IOException {
        String rare = "髙﨑さんと𠮷田さん、葛\uDB40\uDD00城市、👨‍👩‍👧、①㎡";
        Paper paper = paper(List.of(new Paper.Block.Words(rare)));

        try (PDDocument pdf = Loader.loadPDF(PdfWriter.write("試験", List.of(paper)))) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("髙﨑さんと𠮷田さん")
                    .contains("葛\uDB40\uDD00城市")
                    .doesNotContain("〓")
                    .contains("①㎡");
        }
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(DocxWriter.write(paper)))) {
            assertThat(word.getParagraphs())
                    .anyMatch(paragraph -> paragraph.getText().equals(rare));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "𠮷野家と𡈽井",
                "CO₂の10⁻³",
                "⚪◎⬤☎",
                "辻\uDB40\uDD01と葛\uDB40\uDD00と芦\uDB40\uDD01",
                "花火🎆と街🏙と涙🥺",
                "สวัสดี",
                "안녕하세요",
                "Ελλάδα Ђ ѓ",
                "鿕鿫",
                "ꙮ",
                "𪚥𫠝",
                "㍿㋿"
            })
    void no_letter_is_a_geta_and_each_is_found_when_one_searches(String rare) throws IOException {
        String words = "前" + rare + "後";
        byte[] file = PdfWriter.write(words, List.of(paper(List.of(new Paper.Block.Words(words)))));

        assertThat(file.length).isLessThan(200_000);
        try (PDDocument pdf = Loader.loadPDF(file)) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s", ""))
                    .contains(words.replaceAll("\\s", ""))
                    .doesNotContain("〓");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo(words);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"مرحبا", "שלום", "नमस्ते"})
    void letters_that_join_or_are_written_to_the_left_are_all_there(String rare) throws IOException {
        byte[] file = PdfWriter.write("試験", List.of(paper(List.of(new Paper.Block.Words("前" + rare + "後")))));

        try (PDDocument pdf = Loader.loadPDF(file)) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text).doesNotContain("〓");
            rare.codePoints().forEach(letter -> assertThat(text).contains(Character.toString(letter)));
        }
    }

    @Test
    void a_variant_has_another_shape_than_its_letter_and_stands_in_heads_and_tables_too() throws IOException {
        Paper paper = paper(
                List.of(new Paper.Block.Heading(1, "葛\uDB40\uDD00飾の⚪"), new Paper.Block.Words("葛\uDB40\uDD01飾の⚪")));

        try (PDDocument pdf = Loader.loadPDF(PdfWriter.write("葛\uDB40\uDD00", List.of(paper)))) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("葛\uDB40\uDD00飾の⚪")
                    .contains("葛\uDB40\uDD01飾の⚪");
        }
    }

    @Test
    void an_indicator_higher_than_a_page_says_on_each_what_it_is() throws IOException {
        String sentence = "圏域の宿泊者数は回復の途上にあり、関係団体と連携して受入環境の整備を進めた。";
        PaperSheet sheet = sheet(List.of(
                entry("1", "短い指標", "一文だけ。"), entry("2", "長い指標", sentence.repeat(400)), entry("3", "次の指標", "一文。")));
        Paper paper = ResultsPaper.of(sheet, "試験の実績一覧", "資料No.1");

        try (PDDocument pdf = Loader.loadPDF(PdfWriter.write("試験", List.of(paper)))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String text = stripper.getText(pdf);
                assertThat(text).as("page %d", page).contains("資料No.1").contains("評価（進捗状況");
                if (text.contains("受入環境")) {
                    assertThat(text).containsAnyOf("長い指標", "長い指標（続き）");
                }
            }
            assertThat(new PDFTextStripper().getText(pdf)).contains("（続き）").contains("次の指標");
        }
    }

    @Test
    void a_table_names_its_section_again_at_the_head_of_a_page() throws IOException {
        List<PaperSheet.Entry> many = new ArrayList<>();
        for (int no = 1; no <= 120; no++) {
            many.add(entry(Integer.toString(no), "指標" + no, "一文。"));
        }
        Paper paper = ResultsPaper.of(sheet(many), "試験の実績一覧", "");

        try (PDDocument pdf = Loader.loadPDF(PdfWriter.write("試験", List.of(paper)))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String text = stripper.getText(pdf);
                assertThat(text.split("観光の分野", -1)).as("page %d", page).hasSize(2);
            }
        }
        try (XSSFWorkbook workbook = new XSSFWorkbook(
                new ByteArrayInputStream(XlsxWriter.write(WorkbookColumns.PRINTED_SHEET, paper, List.of())))) {
            Sheet printed = workbook.getSheet(WorkbookColumns.PRINTED_SHEET);
            assertThat(printed.getMergedRegions())
                    .anyMatch(region -> region.getFirstColumn() == 1 && region.getNumberOfCells() == 120);
        }
    }

    private static Report report(String text) {
        DataTable table = new DataTable("データ", List.of("文"), List.of(List.of(DataTable.Datum.of(text))));
        Paper.Block.Table printed = new Paper.Block.Table(
                "表",
                List.of(new Paper.Column(50, Paper.Align.LEFT)),
                List.of(List.of(Paper.Cell.of("文"))),
                List.of(Paper.Row.of(List.of(Paper.Cell.of(text)))),
                0);
        return new Report(paper(List.of(printed)), table, List.of(table));
    }

    private static Paper paper(List<Paper.Block> blocks) {
        return new Paper("試験", "", Paper.PageForm.A4_PORTRAIT, List.of("主体"), blocks);
    }

    private static PaperSheet sheet(List<PaperSheet.Entry> entries) {
        return new PaperSheet(
                new Plan(
                        PlanId.next(),
                        OwnerId.next(),
                        "test",
                        "試験の計画",
                        PlanKind.BASIC_PLAN,
                        new FiscalYear(2019),
                        new FiscalYear(2023),
                        List.of("分野")),
                "試験の計画",
                "試験市",
                R4,
                List.of(R4),
                new FiscalYear(2018),
                new FiscalYear(2023),
                List.of(new GradeLabel("A", "100%以上", "A")),
                "その他",
                List.of(),
                "",
                entries);
    }

    private static PaperSheet.Entry entry(String no, String name, String progress) {
        return new PaperSheet.Entry(
                no,
                "KPI",
                name,
                "人",
                false,
                List.of(new PaperSheet.SectionTitle("1", "観光の分野")),
                Printed.content("10"),
                List.of(new PaperSheet.Year(Printed.content("12"), false, false, null)),
                Printed.content("20"),
                "60.0%",
                "2",
                null,
                null,
                "",
                "",
                List.of(new PaperSheet.Told("", progress, "", "")),
                List.of(),
                List.of());
    }
}
