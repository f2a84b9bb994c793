package jp.kyosei.backend.collection.round;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.kyosei.backend.figure.FiscalYear;
import org.jspecify.annotations.Nullable;

@MappedEntity("collection_round")
record RoundRow(
        UUID id,
        int fiscalYear,
        String state,
        LocalDate dueOn,
        String instructions,
        String openedByName,
        Instant openedAt,
        @Nullable Instant closedAt,
        long version) {
    CollectionRound round() {
        return new CollectionRound(
                id,
                new FiscalYear(fiscalYear),
                RoundState.valueOf(state),
                dueOn,
                instructions,
                openedByName,
                openedAt,
                closedAt,
                version);
    }
}
