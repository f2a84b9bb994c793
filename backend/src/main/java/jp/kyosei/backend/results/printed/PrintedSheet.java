package jp.kyosei.backend.results.printed;

import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;

/**
 * The results of a plan as papers print them.
 *
 * @param entries by the indicator's id, in the order of the plan
 */
public record PrintedSheet(PrintedHead head, SequencedMap<UUID, PrintedEntry> entries) {
    /** In the order of the plan. */
    public List<PrintedEntry> entryList() {
        return List.copyOf(entries.values());
    }
}
