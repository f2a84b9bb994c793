package jp.kyosei.backend.actual;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

@MappedEntity
record NarrativeRow(
        UUID indicatorId,
        int fiscalYear,
        @Nullable String municipalityCode,
        String progress,
        String outlook,
        String initiatives,
        String state,
        long version,
        String writtenByName,
        Instant writtenAt) {
    Narrative narrative() {
        return new Narrative(
                new IndicatorId(indicatorId),
                new FiscalYear(fiscalYear),
                municipalityCode == null ? null : new MunicipalityCode(municipalityCode),
                new NarrativeText(progress, outlook, initiatives),
                ActualState.valueOf(state),
                version,
                writtenByName,
                writtenAt);
    }
}
