package jp.kyosei.backend.api;

/** A write came without the version it began from. */
final class PreconditionRequiredException extends RuntimeException {
    PreconditionRequiredException() {
        super("If-Match is missing", null, false, false);
    }
}
