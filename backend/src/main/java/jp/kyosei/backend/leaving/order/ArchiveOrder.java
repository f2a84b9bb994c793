package jp.kyosei.backend.leaving.order;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An archive of an owner that somebody has ordered.
 *
 * @param stepsDone how many of its parts are written
 * @param steps how many there are; 0 until it is begun
 * @param size of the file in bytes; 0 unless it is ready
 * @param sha256 of the file, in hexadecimal digits; empty unless it is ready
 * @param madeAt when it was ready; none before
 */
public record ArchiveOrder(
        UUID id,
        ArchiveState state,
        String orderedByName,
        Instant orderedAt,
        int stepsDone,
        int steps,
        long size,
        String sha256,
        @Nullable Instant madeAt) {
    /** How much of it is written, from 0 to 1. */
    public double share() {
        return state == ArchiveState.READY ? 1 : steps == 0 ? 0 : (double) stepsDone / steps;
    }
}
