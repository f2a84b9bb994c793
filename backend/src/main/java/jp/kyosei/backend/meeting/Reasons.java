package jp.kyosei.backend.meeting;

import jp.kyosei.backend.tenancy.TypedText;
import jp.kyosei.backend.text.TextKind;

/** Why something was done, as a person typed it. */
public final class Reasons {
    private Reasons() {}

    /**
     * The reason, stripped.
     *
     * @param name what it is called on the screen
     * @throws jp.kyosei.backend.tenancy.RefusedException if it is blank or too long, or holds what is no text
     */
    public static String checked(String typed, String name) {
        return TypedText.required(TextKind.REASON, "reason", name, typed, "「%s」を書いてください。".formatted(name));
    }
}
