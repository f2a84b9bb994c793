package jp.kyosei.backend.meeting;

import jp.kyosei.backend.tenancy.RefusedException;

/** Why something was done, as a person typed it. */
final class Reasons {
    private static final int MAX_LENGTH = 1_000;

    private Reasons() {}

    /**
     * The reason, stripped.
     *
     * @param name what it is called on the screen
     * @throws RefusedException if it is blank or too long, or holds NUL
     */
    static String checked(String typed, String name) {
        String reason = typed.strip();
        if (reason.isEmpty()) {
            throw new RefusedException("「%s」を書いてください。".formatted(name));
        }
        if (reason.codePointCount(0, reason.length()) > MAX_LENGTH || reason.indexOf('\0') >= 0) {
            throw new RefusedException("「%s」は %,d 字までの文にしてください。".formatted(name, MAX_LENGTH));
        }
        return reason;
    }
}
