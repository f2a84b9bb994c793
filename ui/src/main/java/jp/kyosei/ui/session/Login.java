package jp.kyosei.ui.session;

import com.vaadin.flow.server.WrappedSession;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One login, kept in the HTTP session. Its tokens change as it is renewed; the person does not. */
public final class Login {
    /** Under which a session holds it. */
    public static final String ATTRIBUTE = Login.class.getName();

    /**
     * @param accessExpires when Keycloak wants to be asked again
     * @param refreshExpires when asking again is bound to fail, or empty where Keycloak does not say
     */
    public record Tokens(
            String idToken, Optional<String> refreshToken, Instant accessExpires, Optional<Instant> refreshExpires) {}

    private final Person person;
    private final Optional<String> keycloakSession;
    private final Duration longestIdle;
    private final ReentrantLock renewal = new ReentrantLock();
    private volatile Tokens tokens;
    private volatile Instant lastAct;
    private volatile Instant nextRenewal = Instant.MIN;
    private LoginState state = LoginState.ACTIVE;

    /** @param now when the person logged in */
    public Login(Person person, Optional<String> keycloakSession, Tokens tokens, Instant now) {
        this.person = person;
        this.keycloakSession = keycloakSession;
        this.tokens = tokens;
        lastAct = now;
        // Keycloak ends a session that has not been renewed for as long as its first refresh token is good for.
        longestIdle =
                tokens.refreshExpires().map(end -> Duration.between(now, end)).orElse(SessionCookie.IDLE);
    }

    /** The login that a session holds. */
    public static Optional<Login> in(@Nullable HttpSession session) {
        return session == null ? Optional.empty() : attribute(session::getAttribute);
    }

    static Optional<Login> in(@Nullable WrappedSession session) {
        return session == null ? Optional.empty() : attribute(session::getAttribute);
    }

    private static Optional<Login> attribute(Function<String, @Nullable Object> session) {
        try {
            return Optional.ofNullable((Login) session.apply(ATTRIBUTE));
        } catch (IllegalStateException sessionHasEnded) {
            return Optional.empty();
        }
    }

    public Person person() {
        return person;
    }

    Optional<String> keycloakSession() {
        return keycloakSession;
    }

    public Tokens tokens() {
        return tokens;
    }

    synchronized boolean isActive() {
        return state == LoginState.ACTIVE;
    }

    public synchronized LoginState state() {
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

    /** The person has done something. */
    void actedAt(Instant now) {
        lastAct = now;
    }

    Instant lastAct() {
        return lastAct;
    }

    /** Whether the person has done nothing for longer than a login stands without; an open screen alone is no sign of one. */
    boolean isIdleAt(Instant now) {
        return !now.isBefore(lastAct.plus(longestIdle));
    }

    /** Keycloak could not be asked: not again before this moment. */
    void renewNotBefore(Instant moment) {
        nextRenewal = moment;
    }

    boolean mayRenewAt(Instant now) {
        return !now.isBefore(nextRenewal);
    }

    /** Held by the one request that renews, so that the others of the same session wait instead of renewing again. */
    ReentrantLock renewal() {
        return renewal;
    }
}
