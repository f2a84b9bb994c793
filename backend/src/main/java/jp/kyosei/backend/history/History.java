package jp.kyosei.backend.history;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import jp.kyosei.backend.audit.AuditEntry;
import jp.kyosei.backend.indicator.Indicator;
import jp.kyosei.backend.plan.PlanContent;
import org.jspecify.annotations.Nullable;

/**
 * A part of a plan's history, newest first.
 *
 * @param indicators those of the version in force, by identity, in the order of the plan, to name what an entry is about
 * @param towns the municipalities that the entries name by their codes
 * @param more whether older entries follow
 */
public record History(
        PlanContent content, List<AuditEntry> entries, Map<UUID, Indicator> indicators, TownNames towns, boolean more) {
    public History {
        entries = List.copyOf(entries);
        indicators = Collections.unmodifiableMap(new LinkedHashMap<>(indicators));
    }

    /** The indicators in the order of the plan. */
    public Stream<Indicator> inOrder() {
        return indicators.values().stream();
    }

    /** The indicator that an entry is about; none where it concerns the plan. */
    public @Nullable Indicator indicatorOf(AuditEntry entry) {
        UUID indicator = entry.indicator();
        return indicator == null ? null : indicators.get(indicator);
    }
}
