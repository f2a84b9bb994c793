package jp.kyosei.backend.collection.round;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.kyosei.backend.figure.FiscalYear;
import org.jspecify.annotations.Nullable;

/**
 * A collection (実績照会) of a plan for one fiscal year.
 *
 * @param dueOn the day by which the towns answer, included; a task may have a later one of its own
 * @param instructions what the secretariat asks to be observed; may be empty
 * @param closedAt none while it is open
 */
public record CollectionRound(
        UUID id,
        FiscalYear fiscalYear,
        RoundState state,
        LocalDate dueOn,
        String instructions,
        String openedBy,
        Instant openedAt,
        @Nullable Instant closedAt,
        long version) {
    public boolean isOpen() {
        return state == RoundState.OPEN;
    }
}
