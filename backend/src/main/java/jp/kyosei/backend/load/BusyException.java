package jp.kyosei.backend.load;

import java.time.Duration;
import jp.kyosei.backend.tenancy.RefusedException;

/** Not now: there is more to do than can be done at once. Nothing has been done; the message says so in Japanese. */
public class BusyException extends RefusedException {
    private final Duration retryAfter;

    /** @param retryAfter when it may be asked again */
    public BusyException(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /** In whole seconds, at least one, as {@code Retry-After} says it. */
    public long retryAfterSeconds() {
        return Math.max(1, retryAfter.plusMillis(999).toSeconds());
    }
}
