package jp.kyosei.backend.understanding;

import java.util.Map;
import java.util.SortedMap;

/** What people of an owner said before of columns; asked with all heads of a table, never of one head alone. */
public interface RememberedHeads {
    /** Nothing is remembered. */
    RememberedHeads NONE = labels -> Map.of();

    /**
     * What was said of columns of such a table.
     *
     * @param labels what stands above each column, by the column's index
     * @return by the column's index; without those of which nothing was said
     */
    Map<Integer, ColumnKind> recalled(SortedMap<Integer, String> labels);
}
