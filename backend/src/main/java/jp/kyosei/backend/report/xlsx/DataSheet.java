package jp.kyosei.backend.report.xlsx;

import java.util.List;
import jp.kyosei.backend.report.data.DataTable;
import jp.kyosei.backend.report.paper.Paper;
import jp.kyosei.backend.report.paper.Tones;
import jp.kyosei.backend.xlsx.CellText;
import jp.kyosei.backend.xlsx.CellWriter;
import jp.kyosei.backend.xlsx.Look;
import jp.kyosei.backend.xlsx.SheetForm;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A table for programs as a sheet: one head, one record a row, nothing merged. */
final class DataSheet {
    private static final int COLUMN_DIGITS = 14;
    private static final Look HEAD = Look.text(HorizontalAlignment.LEFT, Looks.POINTS)
            .strong(true)
            .filled(Tones.hex("head"))
            .centred();

    private DataSheet() {}

    static void write(SXSSFWorkbook workbook, CellWriter cells, DataTable table) {
        SXSSFSheet sheet = workbook.createSheet(table.title());
        Row heads = sheet.createRow(0);
        for (int column = 0; column < table.heads().size(); column++) {
            cells.text(heads, column, table.heads().get(column), HEAD);
            SheetForm.width(sheet, column, COLUMN_DIGITS);
        }
        for (int index = 0; index < table.rows().size(); index++) {
            Row row = sheet.createRow(index + 1);
            List<DataTable.Datum> data = table.rows().get(index);
            for (int column = 0; column < data.size(); column++) {
                datum(cells, row, column, data.get(column));
            }
        }
        sheet.createFreezePane(0, 1);
        Looks.page(sheet, Paper.PageForm.A3_LANDSCAPE);
        // Whoever prints all sheets prints the paper: of this one an empty cell, which is none.
        int beside = table.heads().size() + 1;
        workbook.setPrintArea(workbook.getSheetIndex(sheet), beside, beside, 0, 0);
    }

    private static void datum(CellWriter cells, Row row, int column, DataTable.Datum datum) {
        switch (datum) {
            case DataTable.Datum.Nothing nothing -> {
                // An empty cell is no cell.
            }
            case DataTable.Datum.Text words -> text(cells, row, column, words.text());
            case DataTable.Datum.Figure figure -> {
                if (CellText.isKeptExactly(figure.value())) {
                    String format = CellText.format(figure.value(), false);
                    cells.number(
                            row, column, figure.value(), Look.number(format, HorizontalAlignment.RIGHT, Looks.POINTS));
                } else {
                    text(cells, row, column, figure.value().toPlainString());
                }
            }
        }
    }

    private static void text(CellWriter cells, Row row, int column, String text) {
        cells.text(
                row,
                column,
                text,
                Look.text(HorizontalAlignment.LEFT, Looks.POINTS).saying(text));
    }
}
