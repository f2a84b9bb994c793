package jp.kyosei.backend.actual.narrative;

import java.time.Instant;
import jp.kyosei.backend.actual.cell.ActualState;
import jp.kyosei.backend.actual.cell.Stamp;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * A narrative (評価文) of a year.
 *
 * @param municipality whose it is; none for one of the whole owner
 * @param text what it says
 * @param state that of the figure it belongs to
 * @param version counts up with every change; at least 1
 * @param writtenBy the name of who wrote it, as it was then
 */
public record Narrative(
        IndicatorId indicator,
        FiscalYear fiscalYear,
        @Nullable MunicipalityCode municipality,
        NarrativeText text,
        ActualState state,
        long version,
        String writtenBy,
        Instant writtenAt) {
    /** The version of a narrative, whether anything is stored or not. */
    public static long versionOf(@Nullable Narrative stored) {
        return stored == null ? Stamp.NOTHING_STORED : stored.version();
    }

    /** 進捗状況・成果. */
    public String progress() {
        return text.progress();
    }

    /** 今後の取組等. */
    public String outlook() {
        return text.outlook();
    }
}
