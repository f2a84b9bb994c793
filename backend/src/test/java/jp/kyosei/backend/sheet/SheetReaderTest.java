package jp.kyosei.backend.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import jp.kyosei.backend.sheet.reading.SheetReader;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SheetReaderTest {
    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final String TOWNS = "項目,単位\n①㈱髙﨑〜ソ表,千円\n";

    private final SheetReader reader = new SheetReader();

    @Test
    void a_workbook_is_read_as_a_person_sees_it() {
        Book book = read(workbook -> {
            XSSFSheet sheet = workbook.createSheet("資料No.1");
            XSSFRow head = sheet.createRow(1);
            head.createCell(0).setCellValue("指標");
            head.createCell(2).setCellValue("Ｒ６目標\n（２０２４）");
            XSSFRow row = sheet.createRow(4);
            row.createCell(2).setCellValue(true);
            row.createCell(1).setCellValue(57.4);
        });
        assertThat(book.kind()).isEqualTo(BookKind.XLSX);
        assertThat(book.sheets())
                .hasSize(1)
                .first()
                .isEqualTo(new Sheet(
                        "資料No.1",
                        List.of(
                                new Sheet.Row(1, List.of(text(0, "指標"), text(2, "Ｒ６目標\n（２０２４）"))),
                                new Sheet.Row(
                                        4,
                                        List.of(new Cell(1, "57.4", new BigDecimal("57.4"), false), text(2, "TRUE")))),
                        List.of()));
    }

    @Test
    void what_lies_hidden_beneath_merged_cells_is_left_out() {
        Book book = read(workbook -> {
            XSSFSheet sheet = workbook.createSheet("指標");
            for (int row = 0; row < 4; row++) {
                XSSFRow written = sheet.createRow(row);
                for (int column = 0; column < 3; column++) {
                    written.createCell(column).setCellValue(row + "-" + column);
                }
            }
            sheet.addMergedRegion(new CellRangeAddress(0, 1, 0, 1));
            sheet.addMergedRegion(new CellRangeAddress(2, 3, 1, 2));
        });
        Sheet sheet = book.sheets().getFirst();
        assertThat(sheet.merges()).containsExactly(new Sheet.Area(0, 1, 0, 1), new Sheet.Area(2, 3, 1, 2));
        assertThat(texts(sheet))
                .containsExactly(List.of("0-0", "0-2"), List.of("1-2"), List.of("2-0", "2-1"), List.of("3-0"));
    }

    @Test
    void hidden_sheets_are_left_out_and_protected_ones_are_not() {
        Book book = read(workbook -> {
            workbook.createSheet("作業用").createRow(0).createCell(0).setCellValue("x");
            workbook.createSheet("指標").createRow(0).createCell(0).setCellValue("y");
            workbook.createSheet("控え").createRow(0).createCell(0).setCellValue("z");
            workbook.getSheet("指標").protectSheet("demo");
            workbook.setActiveSheet(1);
            workbook.setSheetHidden(0, true);
            workbook.setSheetVisibility(2, SheetVisibility.VERY_HIDDEN);
        });
        assertThat(book.sheets()).extracting(Sheet::name).containsExactly("指標");
    }

    @ParameterizedTest(name = "{0} as {1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            0.906     | 0.0%                                  | 90.6%
            0.285     | 0%                                    | 29%
            3560      | #,##0                                 | 3,560
            -1234.56  | #,##0.0_);[Red]\\(#,##0.0\\)          | (1,234.6)
            -30       | #,##0;"△ "#,##0                       | △ 30
            0         | #,##0;"△"#,##0;"-"                    | -
            0.04      | #,##0.0;-#,##0.0                      | 0.0
            -0.04     | 0.0                                   | 0.0
            12        | 0"人"                                 | 12人
            1234      | "約"#,##0"千円"                       | 約1,234千円
            1234567   | #,##0,                                | 1,235
            0.5       | # ?/?                                 | 1/2
            12345     | 0.00E+00                              | 1.23E+04
            100       | [$¥-411]#,##0                         | ¥100
            5         | 000                                   | 005
            1.5       | ;;;                                   | 1.5
            45016     | yyyy/m/d                              | 2023/3/31
            45016     | [$-411]ggge"年"m"月"d"日";@           | 令和5年3月31日
            43585     | [$-411]ge.m.d                         | H31.4.30
            43586     | [$-411]ge.m.d                         | R1.5.1
            45016     | m"月"d"日"(aaa)                       | 3月31日(金)
            45016.75  | yyyy/mm/dd h:mm                       | 2023/03/31 18:00
            1.25      | [h]:mm                                | 30:00
            """)
    void a_number_is_shown_as_its_format_says(double number, String format, String shown) {
        Book book = read(workbook -> {
            XSSFCellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(format));
            var cell = workbook.createSheet("指標").createRow(0).createCell(0);
            cell.setCellValue(number);
            cell.setCellStyle(style);
        });
        assertThat(cell(book).text()).isEqualTo(shown);
    }

    @Test
    void days_are_shown_as_the_japanese_excel_shows_them_and_are_no_numbers() {
        Cell day = cell(read(XlsxParts.plain().rows("<row r=\"1\"><c r=\"A1\" s=\"2\"><v>45016</v></c></row>")));
        assertThat(day).isEqualTo(text(0, "2023/3/31"));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "57.399999999999999, 57.4",
        "0.30000000000000004, 0.3",
        "66.500000000000014, 66.5",
        "3560.0, 3560",
        "1E3, 1000",
        "1.2E-3, 0.0012",
        "123456789012345, 123456789012345",
        "1234567890123456, 1234567890123456",
        "-0, 0",
        "1E-999999999, 0",
    })
    void a_number_is_the_decimal_that_was_meant(String stored, String meant) {
        Book book = read(XlsxParts.plain().rows("<row r=\"1\"><c r=\"A1\"><v>" + stored + "</v></c></row>"));
        assertThat(cell(book).number()).isEqualTo(new BigDecimal(meant));
    }

    @Test
    void reading_aids_are_left_out_and_runs_are_joined() {
        Book book = read(XlsxParts.plain()
                .with(
                        XlsxParts.TEXTS,
                        XlsxParts.texts("<si><r><t>平泉</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">町 </t></r>"
                                + "<rPh sb=\"0\" eb=\"2\"><t>ヒライズミ</t></rPh><phoneticPr fontId=\"1\"/></si>"))
                .rows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>一関</t>"
                        + "<rPh sb=\"0\" eb=\"2\"><t>イチノセキ</t></rPh></is></c></row>"));
        assertThat(texts(book.sheets().getFirst())).containsExactly(List.of("平泉町 ", "一関"));
    }

    @Test
    void escaped_line_breaks_are_line_breaks() {
        Book book = read(XlsxParts.plain()
                .with(XlsxParts.TEXTS, XlsxParts.texts("<si><t>a_x000D_\nb&#13;c_x0000_d_x005F_x000D_</t></si>"))
                .rows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"));
        assertThat(cell(book).text()).isEqualTo("a\nb\nc_x0000_d_x000D_");
    }

    @Test
    void results_of_formulas_are_taken_as_they_are_stored_and_errors_as_they_are_seen() {
        Book book = read(XlsxParts.plain()
                .rows("<row r=\"1\"><c r=\"A1\"><f>[1]集計!A1+1</f><v>12</v></c>"
                        + "<c r=\"B1\" t=\"str\"><f>A1&amp;\"人\"</f><v>12人</v></c><c r=\"C1\" t=\"e\"><f>#REF!+1</f><v>#REF!</v></c>"
                        + "<c r=\"D1\" t=\"str\"><f>IF(A1=0,1,\"\")</f><v></v></c></row>"));
        assertThat(book.sheets().getFirst().rows().getFirst().cells())
                .containsExactly(
                        new Cell(0, "12", new BigDecimal("12"), true),
                        new Cell(1, "12人", null, true),
                        new Cell(2, "#REF!", null, true));
    }

    @Test
    void neither_a_wrong_size_nor_the_order_of_rows_nor_missing_places_matter() {
        Book book = read(
                XlsxParts.plain()
                        .sheet(
                                "<dimension ref=\"A1:ZZZZ99999999\"/><sheetData>"
                                        + "<row r=\"3\"><c r=\"B3\"><v>3</v></c><c r=\"A3\"><v>2</v></c></row><row r=\"1\"><c><v>1</v></c></row>"
                                        + "<row><c/><c><v>9</v></c></row></sheetData><extLst><ext><row><c><v>5</v></c></row></ext></extLst>"));
        assertThat(book.sheets().getFirst().rows()).extracting(Sheet.Row::index).containsExactly(0, 1, 2);
        assertThat(texts(book.sheets().getFirst())).containsExactly(List.of("1"), List.of("9"), List.of("2", "3"));
    }

    @Test
    void the_strict_variety_of_the_standard_is_read_too() {
        XlsxParts parts = XlsxParts.plain();
        String strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
        String workbook = XlsxParts.workbook("<sheet name=\"指標\" sheetId=\"1\" r:id=\"rId1\"/>");
        Book book = read(parts.with(XlsxParts.WORKBOOK, workbook.replace(XlsxParts.LINK_TYPES, strict))
                .with(
                        XlsxParts.WORKBOOK_LINKS,
                        XlsxParts.links(XlsxParts.link("rId1", "worksheet", "/xl/worksheets/sheet1.xml")
                                .replace(XlsxParts.LINK_TYPES, strict)))
                .rows("<row r=\"1\"><c r=\"A1\" t=\"d\"><v>2023-03-31T00:00:00</v></c></row>"));
        assertThat(cell(book).text()).isEqualTo("2023/3/31");
    }

    @Test
    void a_workbook_that_was_written_as_a_stream_is_read() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SXSSFWorkbook workbook = new SXSSFWorkbook()) {
            workbook.createSheet("指標").createRow(0).createCell(0).setCellValue("平泉町");
            workbook.write(bytes);
        }
        assertThat(cell(reader.read("a.xlsx", bytes.toByteArray())).text()).isEqualTo("平泉町");
    }

    static Stream<Arguments> encoded() {
        return Stream.of(
                Arguments.of("UTF-8", TOWNS.getBytes(StandardCharsets.UTF_8)),
                Arguments.of("UTF-8 with its mark", ("\uFEFF" + TOWNS).getBytes(StandardCharsets.UTF_8)),
                Arguments.of("windows-31j", TOWNS.replace("〜", "～").getBytes(WINDOWS_31J)),
                Arguments.of(
                        "Unicode text of Excel",
                        ("\uFEFF" + TOWNS.replace(',', '\t')).getBytes(StandardCharsets.UTF_16LE)),
                Arguments.of(
                        "the other UTF-16", ("\uFEFF" + TOWNS.replace(',', '\t')).getBytes(StandardCharsets.UTF_16BE)),
                Arguments.of(
                        "with the end mark of DOS",
                        (TOWNS.replace("\n", "\r\n") + "\u001A").getBytes(StandardCharsets.UTF_8)),
                Arguments.of("with a hint", ("sep=;\n" + TOWNS.replace(',', ';')).getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("encoded")
    void a_text_file_is_read_in_the_encodings_that_offices_use(String name, byte[] content) {
        Book book = reader.read("平泉町.csv", content);
        assertThat(book.kind()).isEqualTo(BookKind.CSV);
        assertThat(texts(book.sheets().getFirst()))
                .as(name)
                .satisfiesExactly(
                        head -> assertThat(head).containsExactly("項目", "単位"),
                        row -> assertThat(row.getFirst().replace('～', '〜')).isEqualTo("①㈱髙﨑〜ソ表"));
    }

    @Test
    void quoted_cells_hold_delimiters_quotes_and_line_breaks() {
        Book book = reader.read("a.csv", utf8("a,\"b,\"\"c\"\"\r\nd\",\" e \"\r\n\r\n,5\" 管,f\r\n"));
        assertThat(book.sheets().getFirst().rows())
                .containsExactly(
                        new Sheet.Row(0, List.of(text(0, "a"), text(1, "b,\"c\"\nd"), text(2, " e "))),
                        new Sheet.Row(2, List.of(text(1, "5\" 管"), text(2, "f"))));
    }

    @Test
    void figures_with_commas_between_tabs_stay_whole() {
        Book book = reader.read("a.txt", utf8("指標\t3,560\t3,510\r\nKPI\t1,000\t\"1,\"\"2\"\r\n"));
        assertThat(texts(book.sheets().getFirst()))
                .containsExactly(List.of("指標", "3,560", "3,510"), List.of("KPI", "1,000", "1,\"2"));
    }

    @Test
    void lines_may_end_as_on_any_machine() {
        for (String end : List.of("\n", "\r\n", "\r")) {
            Book book = reader.read("a.csv", utf8("a,b" + end + end + "c,d"));
            assertThat(book.sheets().getFirst().rows())
                    .extracting(Sheet.Row::index)
                    .containsExactly(0, 2);
        }
    }

    @Test
    void what_is_pasted_keeps_lone_quotes_and_cells_of_several_lines() {
        Book book = reader.paste("\"一関市\r\n平泉町\"\t3,560\t5\" 管\r\n\"圏域\t\"\"\"資料\"\"\n1\"\r\n");
        assertThat(book.kind()).isEqualTo(BookKind.PASTED);
        assertThat(texts(book.sheets().getFirst()))
                .containsExactly(List.of("一関市\n平泉町", "3,560", "5\" 管"), List.of("\"圏域", "\"資料\"\n1"));
    }

    @Test
    void nothing_pasted_is_said_so() {
        assertThatExceptionOfType(UnreadableFileException.class)
                .isThrownBy(() -> reader.paste(" \r\n\t"))
                .withMessageContaining("貼り付けられた文字がありません");
    }

    @Test
    void reading_can_be_cancelled() {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> reader.read("a.xlsx", XlsxParts.plain().bytes()));
        assertThat(Thread.interrupted()).isFalse();
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> reader.paste("a\tb"));
    }

    private Book read(Workbooks.Filling filling) {
        return reader.read("結果.xlsx", Workbooks.bytes(filling));
    }

    private Book read(XlsxParts parts) {
        return reader.read("結果.XLSX", parts.bytes());
    }

    private static Cell cell(Book book) {
        return book.sheets().getFirst().rows().getFirst().cells().getFirst();
    }

    private static Cell text(int column, String text) {
        return new Cell(column, text, null, false);
    }

    private static List<List<String>> texts(Sheet sheet) {
        return sheet.rows().stream()
                .map(row -> row.cells().stream().map(Cell::text).toList())
                .toList();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
