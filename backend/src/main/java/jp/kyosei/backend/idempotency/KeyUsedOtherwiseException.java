package jp.kyosei.backend.idempotency;

/** The key was used for another request. */
public final class KeyUsedOtherwiseException extends RuntimeException {
    KeyUsedOtherwiseException() {
        super("idempotency key used for another request", null, false, false);
    }
}
