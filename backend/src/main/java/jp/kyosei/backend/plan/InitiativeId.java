package jp.kyosei.backend.plan;

import java.util.UUID;

/** Identifies an initiative (具体的な取組・事業) within its owner, across the versions of a plan. */
public record InitiativeId(UUID value) {
    public static InitiativeId next() {
        return new InitiativeId(UUID.randomUUID());
    }
}
