package jp.kyosei.backend.staffing;

import java.util.UUID;

/** Identifies a prepared change of staff (人事異動) within its owner. */
public record TransferId(UUID value) {
    static TransferId next() {
        return new TransferId(UUID.randomUUID());
    }
}
