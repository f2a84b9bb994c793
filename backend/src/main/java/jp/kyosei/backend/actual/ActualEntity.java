package jp.kyosei.backend.actual;

import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import jp.kyosei.backend.figure.FlatFigure;
import jp.kyosei.backend.figure.MissingReason;
import jp.kyosei.backend.figure.Observation;
import jp.kyosei.backend.tenancy.MunicipalityCode;
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

    /** @param observation what stands in the cell after the change, or stood there when it is cleared */
    static ActualEntity of(Stamp stamp, CellChange change, Observation observation) {
        MunicipalityCode town = change.municipality();
        long expected = Actual.versionOf(change.before());
        FlatFigure figure = FlatFigure.of(observation);
        MissingReason missing = figure.missing();
        return new ActualEntity(
                stamp.owner().value(),
                change.indicator().value(),
                change.fiscalYear().year(),
                town == null ? null : town.value(),
                figure.value(),
                figure.numerator(),
                figure.denominator(),
                missing == null ? null : missing.name(),
                missing == null ? null : figure.explanation(),
                figure.referenceYear(),
                figure.remark(),
                change.state().name(),
                stamp.actor().person().value(),
                stamp.actor().displayName(),
                stamp.now(),
                stamp.after(expected),
                expected);
    }
}
