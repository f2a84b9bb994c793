package jp.kyosei.backend.sheet;

import jp.kyosei.backend.officefile.PoiLimits;

/**
 * How much a file may hold. The largest honest sheets known have some 2,000 indicators over 10 years: 60,000 cells. These
 * limits keep a hostile file within 10 seconds and a heap of 1 GB.
 */
public final class SheetLimits {
    private static final int MEBIBYTE = 1024 * 1024;

    public static final int FILE_BYTES = 20 * MEBIBYTE;

    /** All that a workbook unpacks to, pictures included. */
    public static final long UNPACKED_BYTES = 300L * MEBIBYTE;

    /** One sheet's XML, or the list of shared texts. */
    public static final long SHEET_BYTES = 100L * MEBIBYTE;

    public static final long SHARED_TEXT_BYTES = 64L * MEBIBYTE;

    /** The parts that say what is where, and the formats. */
    public static final long DIRECTORY_BYTES = 16L * MEBIBYTE;

    public static final int PARTS = PoiLimits.PARTS;
    public static final int SHEETS = 100;

    /** With content, in all sheets. */
    public static final int CELLS = 300_000;

    /** With a frame or a colour but without content, in all sheets. */
    public static final int BLANK_CELLS = 2_000_000;

    /** In which content may stand, from the top. */
    public static final int ROWS = 200_000;

    /** In which content may stand, from the left. */
    public static final int COLUMNS = 1_000;

    public static final int MERGES = 50_000;
    public static final int FORMATS = 65_536;
    public static final int SHARED_TEXTS = 600_000;

    /** In one cell; Excel allows no more. */
    public static final int CELL_TEXT = 32_767;

    /** Beyond what Excel itself can have. */
    public static final int EXCEL_ROWS = 1_048_576;

    public static final int EXCEL_COLUMNS = 16_384;

    private SheetLimits() {}
}
