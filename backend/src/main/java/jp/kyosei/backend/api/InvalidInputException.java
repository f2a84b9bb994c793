package jp.kyosei.backend.api;

/** A parameter has a form that cannot be used; the message says in Japanese what to give instead. */
final class InvalidInputException extends RuntimeException {
    private final String field;

    InvalidInputException(String field, String message) {
        super(message, null, false, false);
        this.field = field;
    }

    String field() {
        return field;
    }
}
