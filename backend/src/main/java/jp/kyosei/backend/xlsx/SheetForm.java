package jp.kyosei.backend.xlsx;

import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** The form of a sheet: its page, its sizes within what a spreadsheet allows, its protection. */
public final class SheetForm {
    /** A row cannot be higher. */
    private static final double MOST_ROW_POINTS = 409;

    /** A column cannot be wider, in 256ths of a digit. */
    private static final int MOST_COLUMN = 255 * 256;

    private static final double ABOVE_AND_BELOW = 0.6;

    private SheetForm() {}

    /**
     * As many pages as it takes, each as wide as the sheet.
     *
     * @param paper one of {@link PrintSetup}'s sizes
     * @param sideMargin in inches
     */
    public static void page(Sheet sheet, short paper, boolean landscape, double sideMargin) {
        PrintSetup setup = sheet.getPrintSetup();
        setup.setPaperSize(paper);
        setup.setLandscape(landscape);
        sheet.setFitToPage(true);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) 0);
        sheet.setMargin(PageMargin.LEFT, sideMargin);
        sheet.setMargin(PageMargin.RIGHT, sideMargin);
        sheet.setMargin(PageMargin.TOP, ABOVE_AND_BELOW);
        sheet.setMargin(PageMargin.BOTTOM, ABOVE_AND_BELOW);
    }

    /** The page and how many there are, at the foot. */
    public static void numberPages(Sheet sheet) {
        sheet.getFooter().setCenter("&P / &N");
    }

    /** @param digits that stand side by side in it */
    public static void width(Sheet sheet, int column, double digits) {
        sheet.setColumnWidth(column, (int) Math.min(MOST_COLUMN, digits * 256));
    }

    /** Not higher than a row can be. */
    public static void height(Row row, double points) {
        row.setHeightInPoints((float) Math.min(MOST_ROW_POINTS, points));
    }

    /** Against slips, not against people: there is no password. */
    public static void protect(XSSFSheet sheet) {
        sheet.enableLocking();
        sheet.lockFormatRows(false);
        sheet.lockFormatColumns(false);
        sheet.lockSelectLockedCells(false);
        sheet.lockSelectUnlockedCells(false);
    }
}
