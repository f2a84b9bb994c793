package jp.kyosei.backend.tenancy;

import jp.kyosei.backend.text.TextKind;
import jp.kyosei.backend.text.TextReading;

/** Takes the texts that people and programs give, at the services: so screens and the API hold the same limits. */
public final class TypedText {
    private TypedText() {}

    /**
     * The text, cleaned and without white space around it; may be empty.
     *
     * @param field as the API calls it
     * @param name as people call it
     * @throws WrongTextException if it is too long, or holds what is no text
     */
    public static String checked(TextKind kind, String field, String name, String given) {
        return switch (kind.read(given)) {
            case TextReading.Good(String text) -> text;
            case TextReading.Wrong wrong -> throw new WrongTextException(field, wrong.message(name));
        };
    }

    /**
     * The same of a text that must say something.
     *
     * @param blank what is said where it does not
     * @throws MissingTextException if it is blank
     */
    public static String required(TextKind kind, String field, String name, String given, String blank) {
        String text = checked(kind, field, name, given);
        if (text.isEmpty()) {
            throw new MissingTextException(field, blank);
        }
        return text;
    }

    /**
     * The same of a {@link TextKind#REASON} in the field {@code reason}.
     *
     * @param name what it is called on the screen
     */
    public static String requiredReason(String name, String given) {
        return required(TextKind.REASON, "reason", name, given, "「%s」を書いてください。".formatted(name));
    }

    /** Why something is done: {@link #checked} as a {@link TextKind#REASON} in the field {@code reason}. */
    public static String reason(String given) {
        return checked(TextKind.REASON, "reason", "理由", given);
    }
}
