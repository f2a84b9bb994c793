package jp.kyosei.backend.actual;

import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.figure.FlatFigure;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.indicator.IndicatorId;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import jp.kyosei.backend.tenancy.OwnerId;
import org.jspecify.annotations.Nullable;

/** @param expectedVersion what an update or a deletion must find */
@MappedEntity("actual")
record ActualEntity(
        UUID ownerId,
        UUID indicatorId,
        int fiscalYear,
        @Nullable String municipalityCode,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable String missingReason,
        @Nullable String missingNote,
        @Nullable Integer referenceYear,
        String note,
        String state,
        UUID enteredBy,
        String enteredByName,
        Instant enteredAt,
        long version,
        long expectedVersion) {

    static ActualEntity of(
            Actor actor,
            OwnerId owner,
            IndicatorId indicator,
            FiscalYear fiscalYear,
            @Nullable MunicipalityCode town,
            Observation observation,
            ActualState state,
            Instant now,
            long version,
            long expectedVersion) {
        FlatFigure figure = FlatFigure.of(observation);
        MissingReason missing = figure.missing();
        return new ActualEntity(
                owner.value(),
                indicator.value(),
                fiscalYear.year(),
                town == null ? null : town.value(),
                figure.value(),
                figure.numerator(),
                figure.denominator(),
                missing == null ? null : missing.name(),
                missing == null ? null : figure.explanation(),
                figure.referenceYear(),
                figure.remark(),
                state.name(),
                actor.person().value(),
                actor.displayName(),
                now,
                version,
                expectedVersion);
    }
}
