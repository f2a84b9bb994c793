package jp.kyosei.backend.importing.inbox;

import java.util.UUID;

/** Identifies an import (取込) within its owner. */
public record ImportId(UUID value) {
    static ImportId next() {
        return new ImportId(UUID.randomUUID());
    }
}
