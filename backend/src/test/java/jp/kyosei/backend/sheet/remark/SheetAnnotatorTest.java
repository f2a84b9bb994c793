package jp.kyosei.backend.sheet.remark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import jp.kyosei.backend.officefile.PoiLimits;
import jp.kyosei.backend.sheet.Book;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.sheet.UnreadableFileException;
import jp.kyosei.backend.sheet.Workbooks;
import jp.kyosei.backend.sheet.XlsxParts;
import jp.kyosei.backend.sheet.reading.SheetReader;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SheetAnnotatorTest {
    @BeforeAll
    static void the_limits_of_the_product() {
        new PoiLimits();
    }

    private final SheetReader reader = new SheetReader();
    private final SheetAnnotator annotator = new SheetAnnotator(reader);

    @Test
    void remarks_stand_at_their_cells_and_all_cells_are_as_before() {
        byte[] content = results();
        byte[] annotated = annotator.annotate(
                "結果.xlsx",
                content,
                List.of(
                        new Remark(new CellPlace("指標", 0, 1), "計算すると 57.5% です"),
                        new Remark(new CellPlace("指標", 0, 1), "目標と違います"),
                        new Remark(new CellPlace("指標", 7, 3), "単位がありません")));
        assertThat(reader.read("結果.xlsx", annotated)).isEqualTo(reader.read("結果.xlsx", content));
        Workbooks.look(annotated, workbook -> {
            XSSFSheet sheet = workbook.getSheet("指標");
            XSSFCell cell = sheet.getRow(0).getCell(1);
            assertThat(text(cell)).isEqualTo("計算すると 57.5% です\n目標と違います");
            assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("0.0%");
            assertThat(cell.getCellStyle().getFillPattern()).isEqualTo(FillPatternType.SOLID_FOREGROUND);
            assertThat(text(sheet.getRow(7).getCell(3))).isEqualTo("単位がありません");
            assertThat(sheet.getRow(0).getCell(0).getCellStyle().getFillPattern())
                    .isEqualTo(FillPatternType.NO_FILL);
        });
    }

    @Test
    void a_comment_that_stands_there_is_kept_and_added_to() {
        byte[] annotated =
                annotator.annotate("結果.xlsx", results(), List.of(new Remark(new CellPlace("指標", 1, 0), "区分がありません")));
        Workbooks.look(annotated, workbook -> {
            XSSFSheet sheet = workbook.getSheet("指標");
            assertThat(text(sheet.getRow(1).getCell(0))).isEqualTo("担当課に確認済み\n\n区分がありません");
            assertThat(text(sheet.getRow(1).getCell(1))).isEqualTo("前年度から");
            assertThat(sheet.getCellComments()).hasSize(2);
        });
    }

    @Test
    void formulas_and_hidden_sheets_stay() {
        byte[] annotated =
                annotator.annotate("結果.xlsx", results(), List.of(new Remark(new CellPlace("指標", 2, 0), "計算と合いません")));
        Workbooks.look(annotated, workbook -> {
            XSSFCell sum = workbook.getSheet("指標").getRow(2).getCell(0);
            assertThat(sum.getCellFormula()).isEqualTo("SUM(B1:B2)");
            assertThat(sum.getNumericCellValue()).isEqualTo(3.574);
            assertThat(workbook.isSheetHidden(workbook.getSheetIndex("控え"))).isTrue();
        });
    }

    @Test
    void an_annotated_file_can_be_annotated_again() {
        List<Remark> remarks = List.of(new Remark(new CellPlace("指標", 0, 0), "もう一度"));
        byte[] twice = annotator.annotate("a.xlsx", annotator.annotate("a.xlsx", results(), remarks), remarks);
        Workbooks.look(twice, workbook -> assertThat(
                        text(workbook.getSheet("指標").getRow(0).getCell(0)))
                .isEqualTo("もう一度\n\nもう一度"));
    }

    @Test
    void a_text_file_comes_back_as_a_sheet_of_texts() {
        byte[] csv = "項目,R6目標\r\n=1+1,\"3,560\"\r\n\r\n007,\"a\nb\"\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] annotated = annotator.annotate("a.csv", csv, List.of(new Remark(new CellPlace("", 1, 1), "桁が違います")));
        Book book = reader.read("a.xlsx", annotated);
        assertThat(book.sheets().getFirst().rows())
                .isEqualTo(reader.read("a.csv", csv).sheets().getFirst().rows());
        Workbooks.look(annotated, workbook -> assertThat(
                        text(workbook.getSheetAt(0).getRow(1).getCell(1)))
                .isEqualTo("桁が違います"));
    }

    @Test
    void a_book_that_shrinks_more_than_poi_believes_gets_its_remarks_all_the_same() {
        byte[] content = Workbooks.bytes(workbook -> {
            XSSFSheet sheet = workbook.createSheet("指標");
            for (int row = 0; row < 20; row++) {
                sheet.createRow(row).createCell(0).setCellValue("あ".repeat(30_000) + row);
            }
        });

        byte[] annotated =
                annotator.annotate("a.xlsx", content, List.of(new Remark(new CellPlace("指標", 0, 0), "57.4% です")));

        Workbooks.look(annotated, workbook -> assertThat(workbook.getSheetAt(0)
                        .getRow(0)
                        .getCell(0)
                        .getCellComment()
                        .getString()
                        .getString())
                .isEqualTo("57.4% です"));
    }

    @Test
    void many_remarks_need_few_styles() {
        List<Remark> remarks = IntStream.range(0, 3_000)
                .mapToObj(row -> new Remark(new CellPlace("指標", row, 0), "指摘" + row))
                .toList();
        Workbooks.look(annotator.annotate("a.xlsx", results(), remarks), workbook -> {
            assertThat(workbook.getNumCellStyles()).isLessThan(10);
            assertThat(workbook.getSheet("指標").getCellComments()).hasSize(3_001);
        });
    }

    @Test
    void a_bad_file_and_a_remark_for_no_sheet_are_refused() {
        assertThatExceptionOfType(UnreadableFileException.class)
                .isThrownBy(() -> annotator.annotate("a.xlsx", new byte[3], List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> annotator.annotate(
                        "a.xlsx", results(), List.of(new Remark(new CellPlace("別のシート", 0, 0), "x"))));
    }

    @Test
    void a_file_that_can_be_read_but_is_too_large_to_be_written_again_is_said_so() {
        byte[] content = XlsxParts.plain()
                .with("xl/media/image1.png", XlsxParts.swollen("", '\0', 49L * 1024 * 1024, ""))
                .bytes();
        byte[] csv = "1,2,3,4,5\n".repeat(50_000).getBytes(StandardCharsets.UTF_8);
        assertThat(reader.read("a.xlsx", content).sheets()).hasSize(1);
        assertThat(reader.read("a.csv", csv).sheets()).hasSize(1);
        for (byte[] large : List.of(content, csv)) {
            assertThatExceptionOfType(UnreadableFileException.class)
                    .isThrownBy(
                            () -> annotator.annotate("a", large, List.of(new Remark(new CellPlace("指標", 0, 0), "指摘"))))
                    .withMessageContaining("コメントを書き込んだファイルを作れません");
        }
    }

    @Test
    void what_reading_leaves_out_can_hold_no_entities_either() {
        byte[] content = XlsxParts.plain()
                .with("docProps/core.xml", "<!DOCTYPE a [<!ENTITY a \"b\">]><a>&a;</a>")
                .bytes();
        assertThat(reader.read("a.xlsx", content).sheets()).hasSize(1);
        assertThatExceptionOfType(UnreadableFileException.class)
                .isThrownBy(() -> annotator.annotate("a.xlsx", content, List.of()))
                .withMessageContaining("DTD");
    }

    /** Two comments, a formula with its result, a percentage, a hidden sheet. */
    private static byte[] results() {
        return Workbooks.bytes(workbook -> {
            XSSFSheet sheet = workbook.createSheet("指標");
            XSSFCellStyle percent = workbook.createCellStyle();
            percent.setDataFormat(workbook.createDataFormat().getFormat("0.0%"));
            XSSFRow first = sheet.createRow(0);
            first.createCell(0).setCellValue("農業産出額");
            first.createCell(1).setCellValue(0.574);
            first.getCell(1).setCellStyle(percent);
            XSSFRow second = sheet.createRow(1);
            second.createCell(0).setCellValue("計");
            second.createCell(1).setCellValue(3);
            comment(sheet, 0, "担当課に確認済み");
            comment(sheet, 1, "前年度から");
            XSSFCell sum = sheet.createRow(2).createCell(0);
            sum.setCellFormula("SUM(B1:B2)");
            sum.setCellValue(3.574);
            workbook.createSheet("控え").createRow(0).createCell(0).setCellValue("x");
            workbook.setSheetHidden(1, true);
        });
    }

    private static void comment(XSSFSheet sheet, int column, String text) {
        XSSFComment comment = sheet.createDrawingPatriarch()
                .createCellComment(new XSSFClientAnchor(0, 0, 0, 0, column + 1, 1, column + 3, 4));
        comment.setString(new XSSFRichTextString(text));
        comment.setAddress(1, column);
    }

    private static String text(XSSFCell cell) {
        return cell.getCellComment().getString().getString();
    }
}
