package jp.kyosei.backend.xlsx;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.extensions.XSSFCellBorder.BorderSide;

/** The styles of one workbook: cells that look alike share one, for a workbook holds few. */
final class Styles {
    private static final String FONT = "BIZ UDPゴシック";
    private static final List<BorderSide> SIDES =
            List.of(BorderSide.TOP, BorderSide.BOTTOM, BorderSide.LEFT, BorderSide.RIGHT);

    private final Workbook workbook;
    private final Map<Look, CellStyle> styles = new HashMap<>();
    private final Map<LetterForm, XSSFFont> fonts = new HashMap<>();

    private record LetterForm(int points, boolean strong) {}

    Styles(Workbook workbook) {
        this.workbook = workbook;
    }

    /** Widths of columns are counted in the digits of the first font. */
    void measureIn(int points) {
        XSSFFont first = (XSSFFont) workbook.getFontAt(0);
        first.setFontName(FONT);
        first.setFontHeightInPoints((short) points);
    }

    CellStyle of(Look look) {
        return styles.computeIfAbsent(look, this::newStyle);
    }

    private CellStyle newStyle(Look look) {
        XSSFCellStyle style = (XSSFCellStyle) workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(look.format()));
        style.setAlignment(look.align());
        style.setVerticalAlignment(look.vertical());
        style.setWrapText(look.wrapped());
        style.setShrinkToFit(look.shrunk());
        style.setQuotePrefixed(look.quoted());
        style.setFont(fonts.computeIfAbsent(new LetterForm(look.points(), look.strong()), this::newFont));
        if (!look.locked()) {
            style.setLocked(false);
        }
        if (!look.frame().isEmpty()) {
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
            SIDES.forEach(side -> style.setBorderColor(side, colour(look.frame())));
        }
        if (!look.fill().isEmpty()) {
            style.setFillForegroundColor(colour(look.fill()));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        return style;
    }

    private XSSFFont newFont(LetterForm letters) {
        XSSFFont font = (XSSFFont) workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) letters.points());
        font.setBold(letters.strong());
        font.setColor(IndexedColors.AUTOMATIC.getIndex());
        return font;
    }

    private static XSSFColor colour(String hex) {
        return new XSSFColor(HexFormat.of().parseHex(hex));
    }
}
