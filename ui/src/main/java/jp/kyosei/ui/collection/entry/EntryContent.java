package jp.kyosei.ui.collection.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the entry matrix shows. The component names are those that {@code collection/entry.ts} reads; an absent value is
 * null there, which is why it may be null here.
 *
 * @param key under which the browser keeps what could not be sent yet; the same plan, year, town and person have the same
 * @param caption read aloud before the table: 平泉町の令和5年度の実績
 * @param lastYearLabel heading of last year's column: R4 実績
 * @param thisYearLabel heading of the column to be filled: R5 実績
 * @param reasons what is chosen in place of a figure where there is none: 中止, 未実施 …
 */
public record EntryContent(
        String key, String caption, String lastYearLabel, String thisYearLabel, List<String> reasons, List<Row> rows) {
    public EntryContent {
        reasons = List.copyOf(reasons);
        rows = List.copyOf(rows);
    }

    /**
     * One indicator of one town.
     *
     * @param no its number in the plan
     * @param nameKey other words by which a pasted row may name it, besides the number and the name; may be empty
     * @param ratio whether a numerator and a denominator are expected: 361/861
     * @param mine whether it is assigned to the person's department
     * @param last last year's figure as printed; empty where there is none
     * @param lastNote what is to be known of it: 圏域計, or a reason in full; may be empty
     * @param typed what stands in the three fields
     * @param version of what is stored, to be sent back with an edit; {@code "0"} while nothing is stored
     * @param change the difference to last year as it is to be read; empty where there is none
     * @param state 未入力, 入力中, 承認待ち, 提出, 差戻し, 確定
     * @param tone of the state: todo, doing, waiting, returned or done
     * @param editable whether this person may change it now
     * @param lock why not, and how it can be opened; empty where it is editable
     * @param hint how the typed text was read: 全角を 12,804 と読みました; may be empty
     * @param findings checks that ask and never block
     */
    public record Row(
            String no,
            String name,
            String nameKey,
            String unit,
            boolean ratio,
            boolean mine,
            String last,
            String lastNote,
            Typed typed,
            String version,
            String change,
            String state,
            String tone,
            boolean editable,
            String lock,
            String hint,
            List<Finding> findings) {
        public Row {
            findings = List.copyOf(findings);
        }
    }

    /**
     * The three fields of a row.
     *
     * @param value the figure or the reason, as typed
     * @param referenceYear the year that the figure is really of, where it is another: H28
     * @param note words beside the figure
     */
    public record Typed(String value, String referenceYear, String note) {}

    /**
     * A check.
     *
     * @param message what is odd and what to do
     * @param confirmed who confirmed the figure, and why; null while nobody has
     */
    public record Finding(
            String code,
            String label,
            String message,
            @Nullable String confirmed) {}

    /** An edit of one row, with the version it began from. */
    public record Edit(String no, Typed typed, String version) {}

    /** What became of an edit. */
    public enum Outcome {
        /** Stored; the row is as it is now. */
        SAVED,
        /** It already was so. */
        UNCHANGED,
        /** Not stored; the message says what to type instead. */
        NOT_UNDERSTOOD,
        /** Not stored: somebody else was faster, see {@link Answer#theirs}. */
        CONFLICT,
        /** Not stored: submitted, confirmed or closed meanwhile, or never this person's to change. */
        LOCKED
    }

    /**
     * The answer to an edit.
     *
     * @param row the row as it is now on the server
     * @param message in Japanese, empty where there is nothing to say
     * @param theirs what somebody else has stored; only for a conflict
     */
    public record Answer(
            String no,
            Outcome outcome,
            Row row,
            String message,
            @Nullable Theirs theirs) {}

    /** What somebody else has stored: what, who, and when (12:03, or 5月12日 12:03). */
    public record Theirs(Typed typed, String who, String when) {}

    /**
     * What an edit would do, nothing being stored.
     *
     * @param understood whether it can be stored
     * @param before as printed now; empty while there is nothing
     * @param after as it would be printed
     * @param message what was made of it, or what to type instead; may be empty
     */
    public record Preview(String no, boolean understood, String before, String after, String message) {}

    /** Who else is at a row. */
    public record Presence(String no, String who) {}
}
