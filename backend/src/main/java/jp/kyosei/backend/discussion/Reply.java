package jp.kyosei.backend.discussion;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reply in a thread.
 *
 * @param answers whether it is the answer of secretariat or department
 * @param text empty once it is withdrawn
 * @param mayEdit whether the reader may change or withdraw it
 */
public record Reply(
        UUID id,
        boolean answers,
        String text,
        Author author,
        Instant writtenAt,
        @Nullable Instant editedAt,
        @Nullable Instant withdrawnAt,
        long version,
        boolean mayEdit) {}
