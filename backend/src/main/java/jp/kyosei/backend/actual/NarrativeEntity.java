package jp.kyosei.backend.actual;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import jp.kyosei.backend.tenancy.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** @param expectedVersion what an update or a deletion must find */
@MappedEntity("narrative")
record NarrativeEntity(
        UUID ownerId,
        UUID indicatorId,
        int fiscalYear,
        @Nullable String municipalityCode,
        String progress,
        String outlook,
        String initiatives,
        String state,
        UUID writtenBy,
        String writtenByName,
        Instant writtenAt,
        long version,
        long expectedVersion) {

    static NarrativeEntity of(Stamp stamp, NarrativeChange change) {
        NarrativeText text = Objects.requireNonNullElse(change.after(), NarrativeText.EMPTY);
        MunicipalityCode town = change.municipality();
        long expected = Narrative.versionOf(change.before());
        return new NarrativeEntity(
                stamp.owner().value(),
                change.indicator().value(),
                change.fiscalYear().year(),
                town == null ? null : town.value(),
                text.progress(),
                text.outlook(),
                text.initiatives(),
                change.state().name(),
                stamp.actor().person().value(),
                stamp.actor().displayName(),
                stamp.now(),
                stamp.after(expected),
                expected);
    }
}
