package jp.kyosei.ui.collection.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.kyosei.backend.collection.entry.EntryRow;
import org.jspecify.annotations.Nullable;

/** The rows of the open sheet, and how the browser has them: only what looks different is sent. */
final class ShownRows {
    private final Map<String, EntryRow> rows = new LinkedHashMap<>();
    private final Map<String, EntryContent.Row> inBrowser = new LinkedHashMap<>();

    /** Another sheet; the browser has nothing of it. */
    void clear() {
        rows.clear();
        inBrowser.clear();
    }

    void take(List<EntryRow> found) {
        rows.clear();
        found.forEach(row -> rows.put(row.indicator().no(), row));
    }

    /** A row after a save, of which the browser is told by the answer. */
    void answered(EntryRow row, EntryContent.Row told) {
        rows.put(told.no(), row);
        inBrowser.put(told.no(), told);
    }

    @Nullable
    EntryRow get(String no) {
        return rows.get(no);
    }

    List<EntryRow> all() {
        return List.copyOf(rows.values());
    }

    /** The rows that look different from what the browser has; how a figure was read is said as long as it stands. */
    List<EntryContent.Row> changed() {
        List<EntryContent.Row> changed = new ArrayList<>();
        rows.forEach((no, row) -> {
            EntryContent.Row before = inBrowser.get(no);
            String hint = before != null && before.version().equals(Long.toString(row.version())) ? before.hint() : "";
            EntryContent.Row now = EntryRows.row(row, hint);
            if (!now.equals(before)) {
                inBrowser.put(no, now);
                changed.add(now);
            }
        });
        return changed;
    }
}
