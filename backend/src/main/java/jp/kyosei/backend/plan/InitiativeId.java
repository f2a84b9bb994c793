package jp.kyosei.backend.plan;

import java.util.UUID;

/** Identifies an initiative (具体的な取組・事業) of a plan version within its owner. */
public record InitiativeId(UUID value) {
    public static InitiativeId next() {
        return new InitiativeId(UUID.randomUUID());
    }
}
