package jp.kyosei.ui.session.oauth;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.AuthenticationResponse;
import io.micronaut.security.handlers.RedirectingLoginHandler;
import io.micronaut.servlet.http.ServletHttpRequest;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Objects;
import java.util.Optional;
import jp.kyosei.backend.accounts.Acceptance;
import jp.kyosei.backend.accounts.ownlogin.CameBy;
import jp.kyosei.backend.accounts.ownlogin.FirstLogins;
import jp.kyosei.backend.tenancy.SecurityLog;
import jp.kyosei.ui.session.Login;
import jp.kyosei.ui.session.LoginState;
import jp.kyosei.ui.session.OpenSessions;
import jp.kyosei.ui.session.Person;
import jp.kyosei.ui.session.ReturnAddress;
import jp.kyosei.ui.session.Visit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the session when Keycloak has sent somebody back. The session's id is always a new one. Its content is kept if
 * the same person has logged in again, so that the screen in the other tab goes on; nobody else inherits anything.
 */
@Singleton
class SessionLoginHandler implements RedirectingLoginHandler<HttpRequest<?>, MutableHttpResponse<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(SessionLoginHandler.class);
    private static final int LONGEST_REASON = 200;

    private final OpenSessions sessions;
    private final FirstLogins firstLogins;
    private final Acceptance acceptance;

    SessionLoginHandler(OpenSessions sessions, FirstLogins firstLogins, Acceptance acceptance) {
        this.sessions = sessions;
        this.firstLogins = firstLogins;
        this.acceptance = acceptance;
    }

    @Override
    public MutableHttpResponse<?> loginSuccess(Authentication authentication, HttpRequest<?> request) {
        Login login = Objects.requireNonNull(
                (Login) authentication.getAttributes().get(Login.ATTRIBUTE), "A login that LoginMapper did not make");
        HttpServletRequest browser = servletRequest(request);
        @Nullable HttpSession present = browser.getSession(false);
        if (present != null && isOf(login.person(), present)) {
            browser.changeSessionId();
        } else if (present != null) {
            Login.in(present).ifPresentOrElse(other -> sessions.end(other, present), present::invalidate);
        }
        accept(login.person(), Optional.ofNullable((CameBy)
                authentication.getAttributes().get(LoginMapper.CAME_BY)));
        sessions.opened(Visit.openSession(browser), login);
        SecurityLog.login("logged-in", login.person().username(), browser.getRemoteAddr());
        return HttpResponse.seeOther(ReturnAddress.recall(browser));
    }

    /** Whoever was invited, or comes by a town's own login, becomes somebody with roles by logging in. While the database is away, at the next login. */
    private void accept(Person person, Optional<CameBy> cameBy) {
        try {
            cameBy.ifPresent(firstLogins::cameBy);
            acceptance.loggedIn(person.subject(), person.username());
        } catch (RuntimeException away) {
            LOG.warn("Invitations could not be looked for at a login", away);
        }
    }

    @Override
    public MutableHttpResponse<?> loginRefresh(
            Authentication authentication, String refreshToken, HttpRequest<?> request) {
        throw new UnsupportedOperationException("Logins are renewed on the server");
    }

    @Override
    public MutableHttpResponse<?> loginFailed(AuthenticationResponse failure, HttpRequest<?> request) {
        String reason = failure.getMessage().orElse("no reason given");
        if (reason.equals(LoginAnswers.UNREACHABLE)) {
            return LoginPages.loginUnavailable();
        }
        LOG.info("A login failed: {}", inOneLine(reason));
        SecurityLog.loginRefused("failed", servletRequest(request).getRemoteAddr());
        return LoginPages.loginFailed();
    }

    /** A forged answer may be what the reason quotes: it is to fill no log and to look like no entry of its own. */
    private static String inOneLine(String reason) {
        String line = reason.replaceAll("\\p{Cntrl}", " ");
        return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) : line;
    }

    private static boolean isOf(Person person, HttpSession session) {
        return Login.in(session)
                .filter(login -> login.state() != LoginState.NONE)
                .filter(login -> login.person().subject().equals(person.subject()))
                .isPresent();
    }

    static HttpServletRequest servletRequest(HttpRequest<?> request) {
        HttpRequest<?> inner = request;
        while (inner instanceof HttpRequestWrapper<?> wrapper) {
            inner = wrapper.getDelegate();
        }
        if (inner instanceof ServletHttpRequest<?, ?> servlet
                && servlet.getNativeRequest() instanceof HttpServletRequest browser) {
            return browser;
        }
        throw new IllegalStateException("Not a servlet request: " + inner.getClass());
    }
}
