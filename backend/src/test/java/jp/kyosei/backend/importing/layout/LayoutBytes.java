package jp.kyosei.backend.importing.layout;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.kyosei.backend.sheet.Workbooks;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Makes the file of a layout. */
final class LayoutBytes {
    private LayoutBytes() {}

    static String fileName(Layout layout) {
        return layout.name() + (layout.form().equals("xlsx") ? ".xlsx" : ".csv");
    }

    static byte[] of(Layout layout) {
        return layout.form().equals("xlsx")
                ? Workbooks.bytes(workbook -> fill(workbook, layout))
                : text(layout.sheets().getFirst()).getBytes(Charset.forName(layout.form()));
    }

    private static void fill(XSSFWorkbook workbook, Layout layout) {
        Map<String, CellStyle> styles = new HashMap<>();
        for (LayoutSheet described : layout.sheets()) {
            Sheet sheet = workbook.createSheet(described.name());
            workbook.setSheetVisibility(
                    workbook.getSheetIndex(sheet),
                    described.hidden() ? SheetVisibility.HIDDEN : SheetVisibility.VISIBLE);
            for (LayoutCell cell : described.cells()) {
                Cell made = row(sheet, cell.row()).createCell(cell.column());
                BigDecimal number = cell.stored();
                if (number == null) {
                    made.setCellValue(cell.text());
                    continue;
                }
                made.setCellValue(number.doubleValue());
                made.setCellStyle(styles.computeIfAbsent(cell.formatCode(), code -> {
                    CellStyle style = workbook.createCellStyle();
                    style.setDataFormat(workbook.createDataFormat().getFormat(code));
                    return style;
                }));
            }
            described
                    .merges()
                    .forEach(area -> sheet.addMergedRegion(new CellRangeAddress(
                            area.firstRow(), area.lastRow(), area.firstColumn(), area.lastColumn())));
            described.hiddenRows().forEach(index -> row(sheet, index).setZeroHeight(true));
            described.hiddenColumns().forEach(index -> sheet.setColumnHidden(index, true));
        }
    }

    private static Row row(Sheet sheet, int index) {
        Row row = sheet.getRow(index);
        return row == null ? sheet.createRow(index) : row;
    }

    private static String text(LayoutSheet sheet) {
        return IntStream.rangeClosed(0, sheet.lastRow())
                .mapToObj(row -> IntStream.rangeClosed(0, sheet.lastColumn())
                        .mapToObj(column -> sheet.cells().stream()
                                .filter(cell -> cell.row() == row && cell.column() == column)
                                .map(cell -> quoted(cell.text()))
                                .findFirst()
                                .orElse(""))
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String quoted(String text) {
        return text.matches("(?s).*[\",\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
