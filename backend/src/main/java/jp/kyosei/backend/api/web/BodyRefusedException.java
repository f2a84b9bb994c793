package jp.kyosei.backend.api.web;

import io.micronaut.http.HttpStatus;

/** A body that is not even read, for its length. Thrown rather than answered, so that every route's answer is a problem. */
final class BodyRefusedException extends RuntimeException {
    private final HttpStatus status;
    private final String type;
    private final String title;

    BodyRefusedException(HttpStatus status, String type, String title, String message) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
        this.title = title;
    }

    HttpStatus status() {
        return status;
    }

    String type() {
        return type;
    }

    String title() {
        return title;
    }
}
