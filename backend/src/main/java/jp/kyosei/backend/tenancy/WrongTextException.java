package jp.kyosei.backend.tenancy;

/**
 * A text that was given cannot be kept: too long, or no text. The message names it in Japanese and says what to do; screens
 * show it as any refusal, another program is told the field.
 */
public final class WrongTextException extends RefusedException {
    private final String field;

    /** @param field as the API calls it, such as {@code reason} or {@code participants[2].name} */
    public WrongTextException(String field, String message) {
        super(message);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
