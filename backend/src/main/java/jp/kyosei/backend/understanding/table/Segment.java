package jp.kyosei.backend.understanding.table;

import java.util.List;
import java.util.Objects;
import jp.kyosei.backend.figure.FiscalYear;
import org.jspecify.annotations.Nullable;

/**
 * A header and the rows below it, up to the next one.
 *
 * @param head what its columns hold; none where it is no table of indicators
 * @param caption the year of all its figures, where the line above the header says nothing else; none for most
 */
record Segment(
        SheetGrid grid,
        HeaderBlock block,
        List<Integer> rows,
        @Nullable TableHead head,
        @Nullable FiscalYear caption) {
    Segment {
        rows = List.copyOf(rows);
    }

    /** Whether it goes on with another one: the same heads on another page, and no other year. */
    boolean isPageOf(Segment other) {
        return other.block().isLike(block) && Objects.equals(other.caption(), caption);
    }
}
