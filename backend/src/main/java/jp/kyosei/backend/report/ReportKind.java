package jp.kyosei.backend.report;

import java.util.Optional;
import jp.kyosei.backend.resultsbook.WorkbookColumns;

/** What can be given out of a plan. */
public enum ReportKind {
    RESULTS("results", WorkbookColumns.PRINTED_SHEET),
    OVERVIEW("overview", "実績概要"),
    TREND("trend", "達成度の推移"),
    NOTES("notes", "意見一覧"),
    /** The same to be handed out: without what is said between committee and secretariat. */
    NOTES_HANDOUT("notes-handout", "意見一覧（配布用）");

    private final String address;
    private final String label;

    ReportKind(String address, String label) {
        this.address = address;
        this.label = label;
    }

    /** Its name in addresses. */
    public String address() {
        return address;
    }

    public String label() {
        return label;
    }

    /** By the name in addresses. */
    public static Optional<ReportKind> of(String address) {
        for (ReportKind kind : values()) {
            if (kind.address.equals(address)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
