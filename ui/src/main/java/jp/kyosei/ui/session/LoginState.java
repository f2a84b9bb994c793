package jp.kyosei.ui.session;

import java.util.Locale;
import java.util.Optional;

/** How a browser's login stands, in the words that {@code login-notice.ts} understands. */
public enum LoginState {
    /** Nobody is logged in, or not any more; a screen that is still open has to be opened anew. */
    NONE,
    /** The session is there, its login has run out: logging in again lets the open screen go on. */
    EXPIRED,
    ACTIVE;

    public static LoginState of(Optional<Login> login) {
        return login.map(Login::state).orElse(NONE);
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
