package jp.kyosei.backend.collection;

import java.util.Set;
import jp.kyosei.backend.tenancy.MunicipalityCode;

/**
 * Which tasks of a round are meant.
 *
 * @param indicators the numbers of indicators; empty for all
 * @param municipalities the towns; empty for all
 */
public record TaskSelection(Set<String> indicators, Set<MunicipalityCode> municipalities) {
    public static final TaskSelection ALL = new TaskSelection(Set.of(), Set.of());

    public TaskSelection {
        indicators = Set.copyOf(indicators);
        municipalities = Set.copyOf(municipalities);
    }

    public static TaskSelection of(String indicator, MunicipalityCode town) {
        return new TaskSelection(Set.of(indicator), Set.of(town));
    }

    boolean includes(String no, MunicipalityCode town) {
        return (indicators.isEmpty() || indicators.contains(no))
                && (municipalities.isEmpty() || municipalities.contains(town));
    }

    /** Whether single indicators are named, so that each that stays behind needs an answer. */
    boolean isPrecise() {
        return !indicators.isEmpty();
    }
}
