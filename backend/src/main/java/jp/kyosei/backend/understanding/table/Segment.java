package jp.kyosei.backend.understanding.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A header and the rows below it, up to the next one.
 *
 * @param head what its columns hold; none where it is no table of indicators
 */
record Segment(
        SheetGrid grid,
        HeaderBlock block,
        List<Integer> rows,
        @Nullable TableHead head) {
    Segment {
        rows = List.copyOf(rows);
    }
}
