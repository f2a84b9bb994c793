package jp.kyosei.ui.session;

/** Something was to be read or written for a person whose login is over. The open screen says so by itself. */
public final class LoginOverException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LoginOverException() {
        super("The login is over");
    }
}
