package jp.kyosei.backend.collection.entry;

import java.util.List;
import jp.kyosei.backend.evaluation.Check;

/**
 * What became of figures and narratives that are stored together or not at all.
 *
 * @param stored whether they are stored; never where one of them cannot be
 * @param figures in the order of the edits
 * @param narratives in the order of the edits
 */
public record TownEntry(boolean stored, List<Judgement> figures, List<Judgement> narratives) {
    public TownEntry {
        figures = List.copyOf(figures);
        narratives = List.copyOf(narratives);
    }

    /** What an edit does, or what stands against it. */
    public enum Verdict {
        CHANGES,
        SAME,
        NOT_UNDERSTOOD,
        /** Somebody else has stored something since. */
        STALE,
        /** As things stand. */
        LOCKED,
        /** For this person, ever. */
        FORBIDDEN;

        public boolean canBeStored() {
            return this == CHANGES || this == SAME;
        }
    }

    /**
     * One edit, looked at.
     *
     * @param before a figure as printed before; empty while nothing is stored, and for a narrative
     * @param after a figure as printed after; empty where the cell is cleared, and for a narrative
     * @param message how it was read, or why it cannot be stored; may be empty
     * @param findings what is odd about the figure; they ask and never block
     */
    public record Judgement(
            String no, Verdict verdict, String before, String after, String message, List<Check> findings) {
        public Judgement {
            findings = List.copyOf(findings);
        }
    }
}
