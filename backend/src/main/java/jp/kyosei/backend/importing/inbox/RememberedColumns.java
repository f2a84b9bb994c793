package jp.kyosei.backend.importing.inbox;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.kyosei.backend.understanding.ColumnKind;
import jp.kyosei.backend.understanding.RememberedHeads;

/**
 * What an owner's people said of columns before, to be asked for the heads of a table.
 *
 * @param byKey by what a head is known again
 */
public record RememberedColumns(Map<String, RememberedColumn> byKey) implements RememberedHeads {
    public RememberedColumns {
        byKey = Map.copyOf(byKey);
    }

    @Override
    public Map<Integer, ColumnKind> recalled(SortedMap<Integer, String> labels) {
        Map<Integer, ColumnKind> kinds = new HashMap<>();
        of(labels).forEach((column, remembered) -> kinds.put(column, remembered.kind()));
        return kinds;
    }

    /** The same with where each was said, by the column's index. */
    public SortedMap<Integer, RememberedColumn> of(SortedMap<Integer, String> labels) {
        SortedMap<Integer, RememberedColumn> found = new TreeMap<>();
        if (!byKey.isEmpty()) {
            new TableHeads(labels).keys().forEach((column, key) -> {
                RememberedColumn remembered = byKey.get(key);
                if (remembered != null) {
                    found.put(column, remembered);
                }
            });
        }
        return found;
    }
}
