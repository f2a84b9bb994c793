package jp.kyosei.backend.report.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import jp.kyosei.backend.report.data.DataTable;
import jp.kyosei.backend.report.paper.Paper;
import jp.kyosei.backend.xlsx.CellWriter;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Writes a report as a workbook: the first sheet as it is printed, with numbers as numbers, then the tables for programs. No
 * text is ever a formula.
 */
public final class XlsxWriter {
    private static final int ROWS_IN_MEMORY = 200;

    private XlsxWriter() {}

    /**
     * The workbook.
     *
     * @param name of the paper's sheet
     * @param data the tables for programs, a sheet each
     */
    public static byte[] write(String name, Paper paper, List<DataTable> data) {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            CellWriter cells = new CellWriter(workbook);
            cells.measureIn(Looks.POINTS);
            PrintedSheet.write(workbook, cells, paper, name);
            data.forEach(table -> DataSheet.write(workbook, cells, table));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a report could not be written as a workbook", e);
        }
    }
}
