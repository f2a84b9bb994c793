package jp.kyosei.backend.collection.entry;

import java.util.List;
import jp.kyosei.backend.evaluation.Check;

/**
 * What an edit would do.
 *
 * @param understood whether it can be stored
 * @param before as printed now, with its note; empty while nothing is stored
 * @param after as it would be printed, with its note; empty where the cell would be cleared or nothing was understood
 * @param message how it was read, or why it cannot be stored; may be empty
 * @param findings what would be odd about the figure; they ask and never block
 */
public record EntryPreview(
        String no, boolean understood, String before, String after, String message, List<Check> findings) {
    public EntryPreview {
        findings = List.copyOf(findings);
    }
}
