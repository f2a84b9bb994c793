package jp.kyosei.backend.tenancy;

/** A text that must say something is blank. The message names it in Japanese; another program is told the field. */
public final class MissingTextException extends RefusedException {
    private final String field;

    /** @param field as the API calls it, such as {@code comment} */
    MissingTextException(String field, String message) {
        super(message);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
