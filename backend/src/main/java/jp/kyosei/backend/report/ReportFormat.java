package jp.kyosei.backend.report;

import java.util.Optional;

/** In which form a report is given out. */
public enum ReportFormat {
    PDF("pdf", "PDF", "application/pdf"),
    XLSX("xlsx", "Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    DOCX("docx", "Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    CSV("csv", "CSV", "text/csv; charset=utf-8");

    private final String extension;
    private final String label;
    private final String contentType;

    ReportFormat(String extension, String label, String contentType) {
        this.extension = extension;
        this.label = label;
        this.contentType = contentType;
    }

    /** Without the dot. */
    public String extension() {
        return extension;
    }

    public String label() {
        return label;
    }

    public String contentType() {
        return contentType;
    }

    /** By the ending of a name. */
    public static Optional<ReportFormat> of(String extension) {
        for (ReportFormat format : values()) {
            if (format.extension.equals(extension)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
