package jp.kyosei.backend.report.document;

import java.util.List;

/**
 * What the office itself puts on a paper of a meeting.
 *
 * @param title as it is printed at the top
 * @param mark such as 資料No.1; may be empty
 * @param sentences its own, a paragraph each
 */
public record OfficeWords(String title, String mark, List<String> sentences) {
    public OfficeWords {
        sentences = List.copyOf(sentences);
    }

    /** A paper that belongs to no meeting: the title it has of itself. */
    public static OfficeWords none(String title) {
        return new OfficeWords(title, "", List.of());
    }
}
