package jp.kyosei.backend.owners.keeping;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How large an owner is: numbers, and nothing of what they count.
 *
 * @param fileBytes of the files with notes, in bytes
 * @param lastChange when something was last changed there; none where nothing was
 */
public record OwnerSize(
        int plans,
        int indicators,
        int people,
        int files,
        long fileBytes,
        @Nullable Instant lastChange) {
    public static final OwnerSize NOTHING = new OwnerSize(0, 0, 0, 0, 0, null);
}
