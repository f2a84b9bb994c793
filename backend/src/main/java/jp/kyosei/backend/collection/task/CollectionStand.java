package jp.kyosei.backend.collection.task;

import io.micronaut.data.annotation.MappedEntity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * How far the figures of a plan's collections have come: who writes figures in another way than by entry leaves to the collection
 * what is the collection's.
 */
public final class CollectionStand {
    private final Set<FiscalYear> open = new HashSet<>();
    private final Map<IndicatorYear, Set<MunicipalityCode>> unfinished = new HashMap<>();

    /** A cell of a round that is not confirmed; without a cell, a round in which everything is. */
    @MappedEntity
    record Row(
            int fiscalYear,
            boolean open,
            @Nullable UUID indicatorId,
            @Nullable String municipalityCode) {}

    private record IndicatorYear(IndicatorId indicator, FiscalYear year) {}

    CollectionStand(List<Row> rows) {
        for (Row row : rows) {
            FiscalYear year = new FiscalYear(row.fiscalYear());
            if (row.open()) {
                open.add(year);
            }
            UUID indicator = row.indicatorId();
            String town = row.municipalityCode();
            if (indicator != null && town != null) {
                unfinished
                        .computeIfAbsent(new IndicatorYear(new IndicatorId(indicator), year), key -> new HashSet<>())
                        .add(new MunicipalityCode(town));
            }
        }
    }

    /** Whether the year is being collected. */
    public boolean isOpen(FiscalYear year) {
        return open.contains(year);
    }

    /**
     * Whether a cell has a task that is not confirmed, in a round that is open or closed.
     *
     * @param town none for the indicator as a whole: whether any of its towns has such a task
     */
    public boolean isUnfinished(IndicatorId indicator, FiscalYear year, @Nullable MunicipalityCode town) {
        Set<MunicipalityCode> towns = unfinished.get(new IndicatorYear(indicator, year));
        return towns != null && (town == null || towns.contains(town));
    }
}
