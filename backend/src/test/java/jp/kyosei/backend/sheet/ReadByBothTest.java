package jp.kyosei.backend.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell of every good workbook, as our reader and as POI read it. */
class ReadByBothTest {
    static Stream<Path> files() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(ReadByBothTest.class.getResource("/sheet/good"))
                .toURI());
        Path resaved =
                Path.of(Objects.requireNonNull(ReadByBothTest.class.getResource("/workbook/through-libreoffice.xlsx"))
                        .toURI());
        try (Stream<Path> good = Files.list(folder)) {
            return Stream.concat(good.sorted().toList().stream(), Stream.of(resaved));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void every_cell_of_a_good_file_says_the_same_to_both(Path file) throws IOException {
        assertThat(ReadByBoth.agree(file.getFileName().toString(), Files.readAllBytes(file)))
                .isPositive();
    }

    /** Not 和暦, of which POI knows nothing, and no fractions, which our reader leaves to POI. */
    private static final List<String> FORMATS = List.of(
            "General",
            "0",
            "0.00",
            "#,##0",
            "#,##0.0",
            "0%",
            "0.00%",
            "#,##0,",
            "0.00E+00",
            "@",
            "#,##0;\"△ \"#,##0",
            "#,##0\"人\"",
            "0.0\"%\"",
            "#,##0\"(H30)\"",
            "yyyy/mm/dd",
            "yyyy\"年\"m\"月\"d\"日\"",
            "h:mm",
            "[h]:mm");

    private static final List<Double> NUMBERS =
            List.of(0.0, 1.0, -1.0, 0.5, 57.4, 0.574, 1234567.0, -13809.0, 45016.0, 45016.5, 0.30000000000000004);

    @Test
    void numbers_in_the_formats_of_offices_look_the_same_to_both() {
        byte[] content = Workbooks.bytes(workbook -> {
            XSSFSheet sheet = workbook.createSheet("書式");
            for (int column = 0; column < FORMATS.size(); column++) {
                XSSFCellStyle style = workbook.createCellStyle();
                style.setDataFormat(workbook.createDataFormat().getFormat(FORMATS.get(column)));
                for (int index = 0; index < NUMBERS.size(); index++) {
                    Row row = column == 0 ? sheet.createRow(index) : sheet.getRow(index);
                    double number = NUMBERS.get(index);
                    // A day before all days is shown by no program.
                    if (number >= 0 || column < FORMATS.indexOf("yyyy/mm/dd")) {
                        row.createCell(column).setCellValue(number);
                        row.getCell(column).setCellStyle(style);
                    }
                }
            }
        });

        assertThat(ReadByBoth.agree("書式.xlsx", content)).isGreaterThan(300);
    }

    @Test
    void formulas_errors_merged_and_hidden_things_are_the_same_to_both() {
        byte[] content = Workbooks.bytes(workbook -> {
            XSSFSheet sheet = workbook.createSheet("種類");
            Row first = sheet.createRow(0);
            first.createCell(0).setCellValue(" 前後の空白と\n改行 ");
            first.createCell(1).setCellValue(true);
            first.createCell(2).setCellErrorValue(FormulaError.NA.getCode());
            first.createCell(3).setCellFormula("1+1");
            first.createCell(4).setCellFormula("\"計\"&\"画\"");
            first.createCell(5).setCellValue("   ");
            first.createCell(6).setBlank();
            Row hidden = sheet.createRow(1);
            hidden.setZeroHeight(true);
            hidden.createCell(0).setCellValue("見えない行");
            hidden.createCell(1).setCellValue(3);
            sheet.setColumnHidden(1, true);
            Row merged = sheet.createRow(2);
            merged.createCell(0).setCellValue("結合");
            merged.createCell(1).setCellValue("下に隠れた値");
            sheet.addMergedRegion(new CellRangeAddress(2, 3, 0, 1));
            workbook.createSheet("隠れたシート").createRow(4).createCell(2).setCellValue("x");
            workbook.setSheetHidden(1, true);
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });

        assertThat(ReadByBoth.agree("種類.xlsx", content)).isGreaterThan(15);
    }
}
