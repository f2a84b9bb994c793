package jp.kyosei.backend.accounts.keycloak;

import org.jspecify.annotations.Nullable;

/** Keycloak did not do what it was asked for. The message is for the log; {@link #words} for an administrator. */
public final class KeycloakTroubleException extends Exception {
    private final String words;
    private final boolean passing;

    KeycloakTroubleException(String message, String words, boolean passing, @Nullable Throwable cause) {
        super(message, cause);
        this.words = words;
        this.passing = passing;
    }

    /** In Japanese what has happened, and what comes next. */
    public String words() {
        return words;
    }

    /** Whether it may go better by itself later. */
    public boolean isPassing() {
        return passing;
    }
}
