package jp.kyosei.backend.api.web;

/** A parameter has a form that cannot be used; the message says in Japanese what to give instead. */
public final class InvalidInputException extends RuntimeException {
    private final String field;

    /**
     * Refuses a field.
     *
     * @param field as the contract names it, with its path in a body
     * @param message in Japanese: what is wrong, and what to give instead
     */
    public InvalidInputException(String field, String message) {
        super(message, null, false, false);
        this.field = field;
    }

    String field() {
        return field;
    }
}
