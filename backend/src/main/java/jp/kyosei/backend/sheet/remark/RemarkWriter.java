package jp.kyosei.backend.sheet.remark;

import java.util.HashMap;
import java.util.Map;
import jp.kyosei.backend.sheet.CellPlace;
import jp.kyosei.backend.sheet.SheetLimits;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes comments at the cells of an open workbook. */
final class RemarkWriter {
    private static final String AUTHOR = "Kyosei";
    private static final byte[] LIGHT_YELLOW = {(byte) 0xFF, (byte) 0xF2, (byte) 0xCC};

    /** Of the box in which the comment is shown, in columns, lines and letters per line. */
    private static final int BOX_COLUMNS = 4;

    private static final int BOX_LINES = 3;
    private static final int MOST_BOX_LINES = 20;
    private static final int LETTERS_PER_LINE = 16;

    private final XSSFWorkbook workbook;
    private final Map<Short, XSSFCellStyle> filled = new HashMap<>();

    RemarkWriter(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    void write(XSSFSheet sheet, CellPlace place, String text) {
        XSSFRow row = sheet.getRow(place.row());
        XSSFCell cell = (row == null ? sheet.createRow(place.row()) : row)
                .getCell(place.column(), MissingCellPolicy.CREATE_NULL_AS_BLANK);
        cell.setCellStyle(filled(cell.getCellStyle()));
        XSSFComment comment = cell.getCellComment();
        if (comment == null) {
            XSSFComment added = sheet.createDrawingPatriarch().createCellComment(box(place, text));
            added.setAuthor(AUTHOR);
            added.setString(new XSSFRichTextString(shortened(text, 0)));
            added.setAddress(place.row(), place.column());
        } else {
            XSSFRichTextString whole = comment.getString();
            whole.append(shortened("\n\n" + text, whole.length()));
            comment.setString(whole);
        }
    }

    /** One more style for each that is met, and not one for each cell: a workbook can hold 64,000. */
    private XSSFCellStyle filled(XSSFCellStyle before) {
        return filled.computeIfAbsent(before.getIndex(), index -> {
            XSSFCellStyle style = workbook.createCellStyle();
            style.cloneStyleFrom(before);
            style.setFillForegroundColor(new XSSFColor(LIGHT_YELLOW, null));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            return style;
        });
    }

    private static XSSFClientAnchor box(CellPlace place, String text) {
        int lines = Math.min(MOST_BOX_LINES, BOX_LINES + text.length() / LETTERS_PER_LINE);
        int column = Math.min(place.column() + 1, SheetLimits.EXCEL_COLUMNS - 1 - BOX_COLUMNS);
        int row = Math.min(place.row(), SheetLimits.EXCEL_ROWS - 1 - lines);
        return new XSSFClientAnchor(0, 0, 0, 0, column, row, column + BOX_COLUMNS, row + lines);
    }

    private static String shortened(String text, int before) {
        return text.substring(0, Math.max(0, Math.min(text.length(), SheetLimits.CELL_TEXT - before)));
    }
}
