package jp.kyosei.backend.plan;

import java.util.UUID;

/** Identifies a version (版) of a plan within its owner. */
public record PlanVersionId(UUID value) {
    public static PlanVersionId next() {
        return new PlanVersionId(UUID.randomUUID());
    }
}
