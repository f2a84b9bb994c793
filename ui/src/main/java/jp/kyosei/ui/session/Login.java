package jp.kyosei.ui.session;

import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One login, kept in the HTTP session. Its tokens change as it is renewed; the person does not. */
final class Login {
    static final String ATTRIBUTE = Login.class.getName();

    /**
     * @param accessExpires when Keycloak wants to be asked again
     * @param refreshExpires when asking again is bound to fail, or empty where Keycloak does not say
     */
    record Tokens(
            String idToken, Optional<String> refreshToken, Instant accessExpires, Optional<Instant> refreshExpires) {}

    private final Person person;
    private final Optional<String> keycloakSession;
    private final ReentrantLock renewal = new ReentrantLock();
    private volatile Tokens tokens;
    private LoginState state = LoginState.ACTIVE;

    Login(Person person, Optional<String> keycloakSession, Tokens tokens) {
        this.person = person;
        this.keycloakSession = keycloakSession;
        this.tokens = tokens;
    }

    static Optional<Login> in(@Nullable HttpSession session) {
        return session == null ? Optional.empty() : Optional.ofNullable((Login) session.getAttribute(ATTRIBUTE));
    }

    Person person() {
        return person;
    }

    Optional<String> keycloakSession() {
        return keycloakSession;
    }

    Tokens tokens() {
        return tokens;
    }

    synchronized boolean isActive() {
        return state == LoginState.ACTIVE;
    }

    synchronized LoginState state() {
        return state;
    }

    /** Keycloak has refused to renew it: logging in again lets the open screens go on. */
    synchronized void expire() {
        if (state == LoginState.ACTIVE) {
            state = LoginState.EXPIRED;
        }
    }

    /** The person has left: nothing of the session may be seen again. */
    synchronized void leave() {
        state = LoginState.NONE;
    }

    void renewWith(Tokens renewed) {
        tokens = renewed;
    }

    /** Held by the one request that renews, so that the others of the same session wait instead of renewing again. */
    ReentrantLock renewal() {
        return renewal;
    }
}
