package jp.kyosei.backend.sheet;

/**
 * How much a file may hold. The largest honest sheets known have some 2,000 indicators over 10 years: 60,000 cells. These
 * limits keep a hostile file within 10 seconds and a heap of 1 GB.
 */
final class Limits {
    private static final int MEBIBYTE = 1024 * 1024;

    static final int FILE_BYTES = 20 * MEBIBYTE;

    /** All that a workbook unpacks to, pictures included. */
    static final long UNPACKED_BYTES = 300L * MEBIBYTE;

    /** One sheet's XML, or the list of shared texts. */
    static final long SHEET_BYTES = 100L * MEBIBYTE;

    static final long SHARED_TEXT_BYTES = 64L * MEBIBYTE;

    /** The parts that say what is where, and the formats. */
    static final long DIRECTORY_BYTES = 16L * MEBIBYTE;

    static final int PARTS = 5_000;
    static final int SHEETS = 100;

    /** With content, in all sheets. */
    static final int CELLS = 300_000;

    /** With a frame or a colour but without content, in all sheets. */
    static final int BLANK_CELLS = 2_000_000;

    /** In which content may stand, from the top. */
    static final int ROWS = 200_000;

    /** In which content may stand, from the left. */
    static final int COLUMNS = 1_000;

    static final int MERGES = 50_000;
    static final int FORMATS = 65_536;
    static final int SHARED_TEXTS = 600_000;

    /** In one cell; Excel allows no more. */
    static final int CELL_TEXT = 32_767;

    /** Beyond what Excel itself can have. */
    static final int EXCEL_ROWS = 1_048_576;

    static final int EXCEL_COLUMNS = 16_384;

    private Limits() {}
}
