package jp.kyosei.backend.plan;

import java.util.UUID;

/** Identifies a plan (計画) within its owner. */
public record PlanId(UUID value) {
    public static PlanId next() {
        return new PlanId(UUID.randomUUID());
    }
}
