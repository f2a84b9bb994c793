package jp.kyosei.infra.services;

/** A local service could not be started, reached or set up; the message says which and what to do. */
public final class ServiceException extends RuntimeException {
    public ServiceException(String message) {
        super(message);
    }

    public ServiceException(String message, Throwable cause) {
        super(message, cause);
    }
}
