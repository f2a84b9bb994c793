package jp.kyosei.backend.report.xlsx;

import jp.kyosei.backend.report.paper.Paper;
import jp.kyosei.backend.report.paper.Tones;
import jp.kyosei.backend.xlsx.Look;
import jp.kyosei.backend.xlsx.SheetForm;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Sheet;

/** How papers look in a spreadsheet. */
final class Looks {
    static final int POINTS = 9;

    private static final double MILLIMETRES_PER_INCH = 25.4;

    private Looks() {}

    /** A line outside of tables. */
    static Look line(String text, int points, boolean strong) {
        return Look.text(HorizontalAlignment.LEFT, points).strong(strong).saying(text);
    }

    /** The head of a column of a table. */
    static Look head() {
        return Look.text(HorizontalAlignment.CENTER, POINTS)
                .strong(true)
                .framed(Tones.hex("line"))
                .fitting()
                .filled(Tones.hex("head"))
                .centred();
    }

    /** @param tone the key of its colour; empty for none */
    static Look words(Paper.Align align, boolean strong, String tone, String text) {
        return inTable(Look.text(of(align), POINTS), strong, tone).saying(text);
    }

    /** @param tone the key of its colour; empty for none */
    static Look figure(String format, Paper.Align align, boolean strong, String tone) {
        return inTable(Look.number(format, of(align), POINTS), strong, tone);
    }

    private static Look inTable(Look look, boolean strong, String tone) {
        return look.strong(strong).framed(Tones.hex("line")).fitting().filled(Tones.hex(tone));
    }

    private static HorizontalAlignment of(Paper.Align align) {
        return switch (align) {
            case LEFT -> HorizontalAlignment.LEFT;
            case CENTER -> HorizontalAlignment.CENTER;
            case RIGHT -> HorizontalAlignment.RIGHT;
        };
    }

    /** Sets the sheet up to be printed as that form. */
    static void page(Sheet sheet, Paper.PageForm form) {
        SheetForm.page(
                sheet,
                form == Paper.PageForm.A3_LANDSCAPE ? PrintSetup.A3_PAPERSIZE : PrintSetup.A4_PAPERSIZE,
                form.isLandscape(),
                form.sideMargin() / MILLIMETRES_PER_INCH);
    }
}
