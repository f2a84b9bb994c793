package jp.kyosei.backend.tenancy;

/** The thing does not exist, or it is another owner's: the two are never told apart. */
public final class NotFoundException extends RuntimeException {
    public NotFoundException() {
        super("not found", null, false, false);
    }
}
