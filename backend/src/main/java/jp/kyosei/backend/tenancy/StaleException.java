package jp.kyosei.backend.tenancy;

/** Somebody else changed or removed the thing between reading and writing it; nothing was written. */
public final class StaleException extends RuntimeException {
    public StaleException() {
        super("stale", null, false, false);
    }
}
