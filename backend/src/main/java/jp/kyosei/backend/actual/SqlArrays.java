package jp.kyosei.backend.actual;

import java.util.Collection;
import java.util.stream.Collectors;
import jp.kyosei.backend.indicator.IndicatorId;

/** Arrays travel as PostgreSQL's text form {@code {a,b}}; ids need no quoting in it. */
public final class SqlArrays {
    private SqlArrays() {}

    public static String ofIndicators(Collection<IndicatorId> indicators) {
        return indicators.stream()
                .map(indicator -> indicator.value().toString())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
