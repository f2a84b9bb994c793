package jp.kyosei.backend.sheet;

/** What kind of file a book was read from. */
public enum BookKind {
    XLSX,
    CSV,
    /** Text pasted from a spreadsheet: cells between tabs. */
    PASTED
}
