package jp.kyosei.backend.indicator;

import java.util.UUID;

/** Identifies an indicator (指標) within its owner, across versions and plans. */
public record IndicatorId(UUID value) {
    public static IndicatorId next() {
        return new IndicatorId(UUID.randomUUID());
    }
}
