package jp.kyosei.backend.history;

import java.util.List;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.owners.Owner;

/**
 * What was changed of an owner besides its plans, newest first.
 *
 * @param towns the municipalities that the entries name by their codes
 * @param more whether older entries follow
 */
public record OwnerHistory(Owner owner, List<AuditEntry> entries, TownNames towns, boolean more) {
    public OwnerHistory {
        entries = List.copyOf(entries);
    }
}
