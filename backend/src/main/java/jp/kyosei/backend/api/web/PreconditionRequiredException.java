package jp.kyosei.backend.api.web;

/** A write came without the version it began from. */
public final class PreconditionRequiredException extends RuntimeException {
    public PreconditionRequiredException() {
        super("If-Match is missing", null, false, false);
    }
}
