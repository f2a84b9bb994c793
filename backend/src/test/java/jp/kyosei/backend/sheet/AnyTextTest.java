package jp.kyosei.backend.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jp.kyosei.backend.sheet.reading.SheetReader;
import jp.kyosei.backend.text.FormulaMark;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Whatever text stands in a cell, it comes out the same. */
class AnyTextTest {
    private static final int TRIES = 300;

    private final SheetReader reader = new SheetReader();

    /** Rows of cells, blank ones among them; at least one cell that is not. */
    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cell = Arbitraries.frequencyOf(
                Tuple.of(
                        6,
                        Arbitraries.strings()
                                .withChars("\"\",;\t\n '=+-@／　①㈱髙ソ表平泉町ｱﾞ0123.%※△—～()ａＡ<>&_x")
                                .ofMaxLength(12)),
                Tuple.of(
                        2,
                        Arbitraries.strings()
                                .withCharRange(' ', '~')
                                .withCharRange('\u00A0', '\uD7FF')
                                .ofMaxLength(8)),
                Tuple.of(1, Arbitraries.of("", "𠮷野", "👪", "\"", "\"\"", "sep=", "㎡")));
        return cell.list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .filter(table -> table.stream().flatMap(List::stream).anyMatch(text -> !text.isBlank()));
    }

    @Property(tries = TRIES)
    void in_a_csv_file(@ForAll("tables") List<List<String>> table) {
        String csv = written(table, ",");
        // An apostrophe before what would be a formula is the mark that our own files write.
        List<List<String>> unmarked = table.stream()
                .map(row -> row.stream().map(FormulaMark::unmarked).toList())
                .toList();
        assertThat(cells(reader.read("a.csv", csv.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(expected(unmarked));
    }

    @Property(tries = TRIES)
    void in_what_is_pasted(@ForAll("tables") List<List<String>> table) {
        assertThat(cells(reader.paste(written(table, "\t")))).isEqualTo(expected(table));
    }

    @Property(tries = TRIES / 3)
    void in_a_workbook(@ForAll("tables") List<List<String>> table) {
        byte[] content = Workbooks.bytes(workbook -> {
            XSSFSheet sheet = workbook.createSheet("指標");
            for (int row = 0; row < table.size(); row++) {
                XSSFRow written = sheet.createRow(row);
                for (int column = 0; column < table.get(row).size(); column++) {
                    written.createCell(column).setCellValue(table.get(row).get(column));
                }
            }
        });
        assertThat(cells(reader.read("a.xlsx", content))).isEqualTo(expected(table));
    }

    @Property(tries = TRIES)
    void in_bytes_that_mean_nothing(@ForAll byte[] bytes) {
        try {
            assertThat(reader.read("a.csv", bytes).sheets()).hasSize(1);
        } catch (UnreadableFileException e) {
            assertThat(e).hasMessageEndingWith("ください。");
        }
    }

    private static String written(List<List<String>> table, String delimiter) {
        return table.stream()
                .map(row -> row.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(delimiter)))
                .collect(Collectors.joining("\r\n"));
    }

    private static List<String> expected(List<List<String>> table) {
        List<String> cells = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            for (int column = 0; column < table.get(row).size(); column++) {
                String text = table.get(row).get(column);
                if (!text.isBlank()) {
                    cells.add(new CellPlace("", row, column).name() + " " + text);
                }
            }
        }
        return cells;
    }

    private static List<String> cells(Book book) {
        List<String> cells = new ArrayList<>();
        for (Sheet.Row row : book.sheets().getFirst().rows()) {
            for (Cell cell : row.cells()) {
                cells.add(new CellPlace("", row.index(), cell.column()).name() + " " + cell.text());
            }
        }
        return cells;
    }
}
