package jp.kyosei.backend.actual;

import java.time.Instant;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * One actual (実績値) as it is stored.
 *
 * @param municipality who reports it; none for the figure of the whole owner, entered by the secretariat
 * @param version counts up with every change and never repeats for the same cell; at least 1
 * @param enteredBy the name of who entered it, as it was then
 */
public record Actual(
        IndicatorId indicator,
        FiscalYear fiscalYear,
        @Nullable MunicipalityCode municipality,
        Observation observation,
        ActualState state,
        long version,
        String enteredBy,
        Instant enteredAt) {

    /** The version of a cell in which nothing is stored. */
    public static final long NOTHING_STORED = 0;

    /** Words beside a measured figure (注); empty where there are none, and where the figure is missing. */
    public String note() {
        return observation.note();
    }

    /** The version of a cell, whether anything is stored in it or not. */
    public static long versionOf(@Nullable Actual stored) {
        return stored == null ? NOTHING_STORED : stored.version();
    }
}
