package jp.kyosei.backend.meeting.outcome;

import java.util.UUID;

/** Identifies an outcome of a meeting. */
public record OutcomeId(UUID value) {
    public static OutcomeId next() {
        return new OutcomeId(UUID.randomUUID());
    }
}
