package jp.kyosei.backend.history;

import java.util.List;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.owners.Owner;

/**
 * What was changed of an owner besides its plans, newest first.
 *
 * @param more whether older entries follow
 */
public record OwnerHistory(Owner owner, List<AuditEntry> entries, boolean more) {
    public OwnerHistory {
        entries = List.copyOf(entries);
    }
}
