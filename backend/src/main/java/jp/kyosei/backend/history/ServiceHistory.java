package jp.kyosei.backend.history;

import java.util.List;
import jp.kyosei.backend.audit.AuditEntry;

/**
 * What was changed of the service and of none of its owners, newest first.
 *
 * @param towns the municipalities that the entries name by their codes
 * @param more whether older entries follow
 */
public record ServiceHistory(List<AuditEntry> entries, TownNames towns, boolean more) {
    public ServiceHistory {
        entries = List.copyOf(entries);
    }
}
