package jp.kyosei.backend.xlsx;

import java.math.BigDecimal;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;

/** Writes the cells of one workbook. No text is ever a formula. */
public final class CellWriter {
    private final Styles styles;

    /** @param workbook of POI's XSSF kind, streaming or not */
    public CellWriter(Workbook workbook) {
        this.styles = new Styles(workbook);
    }

    /** Makes the letters of that size those in whose digits the widths of columns are counted. */
    public void measureIn(int points) {
        styles.measureIn(points);
    }

    /** A cell with that text, cut where no cell holds it; an empty one where there is no text. */
    public void text(Row row, int column, String text, Look look) {
        Cell cell = row.createCell(column);
        if (!text.isEmpty()) {
            cell.setCellValue(CellText.encoded(text));
        }
        cell.setCellStyle(styles.of(look));
    }

    /** A cell with that number, which has to be one that {@link CellText#isKeptExactly}. */
    public void number(Row row, int column, BigDecimal value, Look look) {
        Cell cell = row.createCell(column);
        cell.setCellValue(value.doubleValue());
        cell.setCellStyle(styles.of(look));
    }
}
