package jp.kyosei.backend.collection;

/** The collection does not allow it as things stand; the message says in Japanese why and what to do. */
public final class RefusedException extends RuntimeException {
    public RefusedException(String message) {
        super(message, null, false, false);
    }
}
