package jp.kyosei.backend.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jp.kyosei.backend.report.data.CsvWriter;
import jp.kyosei.backend.report.data.DataTable;
import jp.kyosei.backend.report.docx.DocxWriter;
import jp.kyosei.backend.report.paper.Paper;
import jp.kyosei.backend.report.pdf.PdfWriter;
import jp.kyosei.backend.report.xlsx.XlsxWriter;
import jp.kyosei.backend.resultsbook.WorkbookColumns;
import jp.kyosei.backend.text.CellLimit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that were stored before there were limits: each costs only itself, and no more than a moment. */
class LongTextsTest {
    private static final int MOST_SECONDS = 20;
    private static final int FEW_PAGES = 60;

    @ParameterizedTest
    @ValueSource(strings = {"長い理由です。", "aaaaaaaaaa", "𠮷", "a b ", "\u0001\uFFFE\uD800", "https://x/", "\n", "=1+1,"})
    @Timeout(3 * MOST_SECONDS)
    void forty_thousand_characters_anywhere_in_a_paper_leave_it_readable(String part) throws IOException {
        Report report = report(varied(part));

        assertThat(fresh(() -> PdfWriter.write("試験", List.of(report.paper())))).satisfies(file -> {
            try (PDDocument pdf = Loader.loadPDF(file)) {
                assertThat(pdf.getNumberOfPages()).isBetween(1, FEW_PAGES);
            }
        });
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(DocxWriter.write(report.paper())))) {
            assertThat(word.getTables()).hasSize(1);
        }
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(
                XlsxWriter.write(WorkbookColumns.PRINTED_SHEET, report.paper(), report.data())))) {
            List<String> cut = new ArrayList<>();
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        assertThat(cell.toString().length()).isLessThanOrEqualTo(CellLimit.MOST_UNITS);
                        if (cell.toString().endsWith(CellLimit.CUT)) {
                            cut.add(cell.getAddress().toString());
                        }
                    }
                }
            }
            assertThat(cut).isNotEmpty();
        }
        assertThat(CsvWriter.write(report.record())).hasSizeGreaterThan(30_000);
    }

    /** Not the same all over, which a reader of workbooks takes for an attack. */
    private static String varied(String part) {
        StringBuilder text = new StringBuilder();
        for (int number = 0; text.length() < 40_000; number++) {
            text.append(part).append(Integer.toString(number * 7_919, 36));
        }
        return text.toString();
    }

    private interface Work {
        byte[] done() throws IOException;
    }

    private static byte[] fresh(Work work) throws IOException {
        long began = System.nanoTime();
        byte[] done = work.done();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(MOST_SECONDS));
        return done;
    }

    private static Report report(String text) {
        DataTable table = new DataTable("データ", List.of("文"), List.of(List.of(DataTable.Datum.of(text))));
        Paper.Block.Table shown = new Paper.Block.Table(
                text,
                List.of(new Paper.Column(20, Paper.Align.LEFT), new Paper.Column(100, Paper.Align.LEFT)),
                List.of(List.of(Paper.Cell.of("番号"), Paper.Cell.of(text))),
                List.of(
                        Paper.Row.heading(1, text, 2),
                        Paper.Row.of(List.of(Paper.Cell.of("1"), Paper.Cell.of("短い"))),
                        Paper.Row.of(List.of(Paper.Cell.of(text), Paper.Cell.of(text)))),
                0);
        return new Report(
                new Paper(
                        text,
                        "資料No.1",
                        Paper.PageForm.A4_PORTRAIT,
                        List.of(text),
                        List.of(
                                new Paper.Block.Heading(1, text),
                                new Paper.Block.Words(text),
                                new Paper.Block.Bullets(List.of(text)),
                                new Paper.Block.Footnotes(List.of(text)),
                                shown)),
                table,
                List.of(table));
    }
}
