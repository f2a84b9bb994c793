package jp.kyosei.backend.tenancy;

/** The thing does not allow it as it stands; the message says in Japanese why and what to do. */
public class RefusedException extends RuntimeException {
    public RefusedException(String message) {
        super(message, null, false, false);
    }
}
