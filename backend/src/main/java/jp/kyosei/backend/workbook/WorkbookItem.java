package jp.kyosei.backend.workbook;

import java.time.Instant;
import jp.kyosei.backend.sheet.CellPlace;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook would change.
 *
 * @param no the indicator's number in the plan
 * @param indicator its name
 * @param stored what is stored now, as people read it; empty while nothing is
 * @param given what the workbook says, likewise; empty where it clears
 * @param storedBy who stored it last; empty while nothing is stored
 * @param place the first cell of it that was typed into
 * @param decision names this item and the version shown, for {@link Decisions}
 * @param hint how the typed text was read; may be empty
 */
public record WorkbookItem(
        String no,
        String indicator,
        Part part,
        Standing standing,
        String stored,
        String given,
        String storedBy,
        @Nullable Instant storedAt,
        CellPlace place,
        String decision,
        String hint) {

    /** What of an indicator is meant: the figure with all that belongs to it, or one text. */
    public enum Part {
        FIGURE("実績"),
        PROGRESS("進捗状況・成果"),
        OUTLOOK("今後の取組等"),
        INITIATIVES("事業名");

        private final String label;

        Part(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What it does to what is stored. */
    public enum Standing {
        NEW("新しい値"),
        CHANGED("変更"),
        CLEARED("消去"),
        /** A cell that held something is blank now; what is stored stays, for nobody has said that it is to be cleared. */
        BLANK("空欄"),
        /** Stored anew since the workbook was made; nobody has decided yet which is to stand. */
        STALE("要確認"),
        /** The same, and what is stored was chosen. */
        KEPT("登録のまま");

        private final String label;

        Standing(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Whether applying the workbook writes it. */
    public boolean isWritten() {
        return switch (standing) {
            case NEW, CHANGED, CLEARED -> true;
            case BLANK, STALE, KEPT -> false;
        };
    }
}
