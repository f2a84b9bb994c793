package jp.kyosei.backend.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;

/** How a paper looks as PDF and Word. */
class ReportDocumentsTest extends ReportsCase {
    @Test
    void every_page_of_the_results_repeats_the_heads_of_the_table_and_says_which_paper_it_is() throws IOException {
        try (PDDocument pdf = pdf(secretariat(), VISION, ReportKind.RESULTS, R4)) {
            assertThat(pdf.getNumberOfPages()).isBetween(4, 8);
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                assertThat(text(pdf, page))
                        .as("page %d", page)
                        .contains("重要業績評価指標（KPI）の令和4年度実績一覧")
                        .doesNotContain("資料No.")
                        .contains("施策区分")
                        .contains("進捗率")
                        .contains("%d / %d".formatted(page, pdf.getNumberOfPages()));
            }
        }
    }

    @Test
    void what_is_copied_from_the_paper_is_what_was_written() throws IOException {
        try (PDDocument pdf = pdf(secretariat(), VISION, ReportKind.RESULTS, R4)) {
            String all = new PDFTextStripper().getText(pdf);

            assertThat(all).contains("平泉町").contains("一関市").contains("349,267").contains("平泉定住自立圏");
            assertThat(all.codePoints().filter(ReportDocumentsTest::isCompatibilityForm))
                    .isEmpty();
        }
    }

    @Test
    void the_file_has_a_title_a_language_tags_and_bookmarks() throws IOException {
        try (PDDocument pdf = pdf(mine(), STRATEGY, ReportKind.RESULTS, R5)) {
            assertThat(pdf.getDocumentInformation().getTitle()).contains("令和5年度実績一覧");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("ja");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot().getKids())
                    .isNotEmpty();
            List<String> bookmarks = new ArrayList<>();
            for (PDOutlineItem item :
                    pdf.getDocumentCatalog().getDocumentOutline().children()) {
                bookmarks.add(item.getTitle());
                item.children().forEach(child -> bookmarks.add(child.getTitle()));
            }
            assertThat(bookmarks).hasSizeGreaterThan(3);
            assertThat(bookmarks.get(1)).startsWith("1");
        }
    }

    @Test
    void every_letter_is_embedded() throws IOException {
        try (PDDocument pdf = pdf(mine(), STRATEGY, ReportKind.OVERVIEW, R5)) {
            pdf.getPages().forEach(page -> page.getResources().getFontNames().forEach(name -> {
                try {
                    assertThat(page.getResources().getFont(name).isEmbedded())
                            .as(name.getName())
                            .isTrue();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }));
        }
    }

    @Test
    void word_and_pdf_say_the_same() throws IOException {
        for (ReportKind kind : ReportKind.values()) {
            try (PDDocument pdf = pdf(secretariat(), VISION, kind, R4);
                    XWPFDocument word = new XWPFDocument(stream(secretariat(), VISION, kind, ReportFormat.DOCX, R4))) {
                String printed = letters(new PDFTextStripper().getText(pdf));
                for (XWPFTable table : word.getTables()) {
                    for (XWPFTableRow row : table.getRows()) {
                        row.getTableCells()
                                .forEach(cell -> cell.getText().lines().forEach(line -> assertThat(
                                                lettersOf(printed, line))
                                        .as("%s: %s", kind, line)
                                        .isTrue()));
                    }
                }
            }
        }
    }

    @Test
    void word_has_headings_by_style_and_tables_whose_heads_repeat() throws IOException {
        try (XWPFDocument word =
                new XWPFDocument(stream(secretariat(), VISION, ReportKind.OVERVIEW, ReportFormat.DOCX, R4))) {
            assertThat(word.getParagraphs()).anyMatch(paragraph -> "Title".equals(paragraph.getStyle()));
            assertThat(word.getParagraphs().stream().filter(paragraph -> "Heading1".equals(paragraph.getStyle())))
                    .hasSizeGreaterThanOrEqualTo(3);
            assertThat(word.getTables()).isNotEmpty().allMatch(table -> table.getRow(0)
                    .isRepeatHeader());
        }
        try (XWPFDocument word =
                new XWPFDocument(stream(secretariat(), VISION, ReportKind.RESULTS, ReportFormat.DOCX, R4))) {
            var size = word.getDocument().getBody().getSectPr().getPgSz();
            assertThat(((Number) size.getW()).doubleValue()).isGreaterThan(((Number) size.getH()).doubleValue());
        }
    }

    /** Ideographs that stand twice in Unicode: radicals and compatibility forms of common ones. */
    private static boolean isCompatibilityForm(int letter) {
        return letter >= 0x2E80 && letter <= 0x2FDF;
    }

    private static String letters(String text) {
        return text.replaceAll("\\s+", "");
    }

    /** Whether every letter of a line stands in the printed text; where lines are broken, the printer decides. */
    private static boolean lettersOf(String printed, String line) {
        String wanted = letters(line);
        int step = 4;
        for (int at = 0; at + step <= wanted.length(); at += step) {
            boolean found = printed.contains(wanted.substring(at, at + 2));
            if (!found) {
                return false;
            }
        }
        return true;
    }
}
