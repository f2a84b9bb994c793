package jp.kyosei.backend.tenancy;

/**
 * The actor may read the thing but not do this to it. The message is Japanese and says who may. Only {@link AccessPolicy}
 * refuses so.
 */
public final class ForbiddenException extends RuntimeException {
    ForbiddenException(String message) {
        super(message, null, false, false);
        SecurityLog.refusedAtScreen("access-refused", message);
    }
}
