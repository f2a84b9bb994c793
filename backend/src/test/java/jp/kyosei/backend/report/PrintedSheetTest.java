package jp.kyosei.backend.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.report.paper.LineBreaks;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sheet of a workbook that people see. */
class PrintedSheetTest {
    private static final double DIGITS_PER_LETTER_OF_9_POINTS = 1.75;
    private static final double POINTS_PER_LINE = 1.25;
    private static final RunningBackend BACKEND = RunningBackend.alone();

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = ReportKind.class,
            names = {"RESULTS", "OVERVIEW", "TREND"})
    void every_text_has_room_where_it_stands(ReportKind kind) throws IOException {
        byte[] bytes = BACKEND.bean(ReportService.class)
                .report(
                        BACKEND.user(DemonstrationUser.SECRETARIAT),
                        "ichinoseki-hiraizumi-vision-2",
                        kind,
                        ReportFormat.XLSX,
                        new FiscalYear(2022))
                .bytes();
        List<String> cut = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.STRING && !hasRoom(sheet, (XSSFCell) cell)) {
                        cut.add(cell.getAddress() + " " + cell.getStringCellValue());
                    }
                }
            }
        }
        assertThat(cut).isEmpty();
    }

    private static boolean hasRoom(XSSFSheet sheet, XSSFCell cell) {
        CellRangeAddress area = sheet.getMergedRegions().stream()
                .filter(one -> one.isInRange(cell))
                .findFirst()
                .orElse(new CellRangeAddress(
                        cell.getRowIndex(), cell.getRowIndex(), cell.getColumnIndex(), cell.getColumnIndex()));
        int lastColumn = area.getLastColumn();
        if (!cell.getCellStyle().getWrapText()) {
            // What does not go on below reaches over the empty cells beside it, as far as the paper does.
            lastColumn = sheet.getRow(cell.getRowIndex()).getLastCellNum() - 1 > cell.getColumnIndex()
                    ? lastColumn
                    : lastPrinted(sheet);
        }
        double points = cell.getCellStyle().getFont().getFontHeightInPoints();
        double digits = 0;
        for (int column = area.getFirstColumn(); column <= lastColumn; column++) {
            digits += sheet.getColumnWidth(column) / 256.0;
        }
        double height = 0;
        for (int row = area.getFirstRow(); row <= area.getLastRow(); row++) {
            height += sheet.getRow(row).getHeightInPoints();
        }
        double letters = digits / (DIGITS_PER_LETTER_OF_9_POINTS * points / 9);
        int lines = cell.getStringCellValue()
                .lines()
                .mapToInt(line -> LineBreaks.lines(line, letters))
                .sum();
        return lines <= Math.max(1, height / (points * POINTS_PER_LINE));
    }

    private static int lastPrinted(XSSFSheet sheet) {
        String area = sheet.getWorkbook().getPrintArea(0);
        return CellRangeAddress.valueOf(area.substring(area.indexOf('!') + 1)).getLastColumn();
    }
}
