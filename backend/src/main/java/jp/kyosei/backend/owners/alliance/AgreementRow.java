package jp.kyosei.backend.owners.alliance;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("alliance_agreement")
record AgreementRow(
        UUID ownerId,
        @Id UUID id,
        String municipalityCode,
        @Nullable String centreCode,
        String kind,
        LocalDate resolvedOn,
        String title,
        String text,
        Instant recordedAt,
        String recordedByName) {}
