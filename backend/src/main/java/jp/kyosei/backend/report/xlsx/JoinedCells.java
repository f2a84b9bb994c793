package jp.kyosei.backend.report.xlsx;

import java.util.Arrays;
import jp.kyosei.backend.report.paper.Paper;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** Joins cells that are one with those above, or that take several of the sheet's columns. */
final class JoinedCells {
    private final SXSSFSheet sheet;
    private final TableColumns places;
    private final int[] began;

    /** @param columns how many the table has */
    JoinedCells(SXSSFSheet sheet, TableColumns places, int columns) {
        this.sheet = sheet;
        this.places = places;
        this.began = new int[columns];
        Arrays.fill(began, -1);
    }

    /** Closes what ends above this cell. */
    void take(int row, int column, Paper.Cell cell) {
        if (!cell.joinsAbove()) {
            for (int covered = column; covered < column + cell.columns(); covered++) {
                close(covered, row - 1);
                began[covered] = cell.columns() == 1 ? row : -1;
            }
        }
    }

    /** Whatever stands below, in the rows of the parts, stands there by itself. */
    void leaveApart(int column) {
        began[column] = -1;
    }

    void close(int last) {
        for (int column = 0; column < began.length; column++) {
            close(column, last);
        }
    }

    private void close(int column, int last) {
        int first = places.first(column);
        int end = places.last(column);
        if (began[column] >= 0 && (last > began[column] || end > first)) {
            sheet.addMergedRegionUnsafe(new CellRangeAddress(began[column], last, first, end));
        }
        began[column] = -1;
    }
}
