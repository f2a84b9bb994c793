package jp.kyosei.backend.owners.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An access for help: operators read the owner's plans as viewers do, from its first to its last day, both included.
 *
 * @param endedAt when the owner ended it before its last day; none where nobody did
 */
public record SupportAccess(
        UUID id,
        LocalDate firstDay,
        LocalDate lastDay,
        String reason,
        String grantedBy,
        Instant grantedAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy) {
    /** Whether it holds on that day. */
    public boolean holds(LocalDate day) {
        return endedAt == null && !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    /** Whether it holds on that day or will. */
    public boolean isOpen(LocalDate day) {
        return endedAt == null && !day.isAfter(lastDay);
    }
}
