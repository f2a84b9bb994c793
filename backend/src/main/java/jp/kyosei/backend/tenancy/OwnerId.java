package jp.kyosei.backend.tenancy;

import java.util.UUID;

/** Identifies an owner (計画主体). */
public record OwnerId(UUID value) {
    public static OwnerId next() {
        return new OwnerId(UUID.randomUUID());
    }
}
