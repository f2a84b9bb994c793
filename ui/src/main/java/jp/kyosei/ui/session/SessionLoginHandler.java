package jp.kyosei.ui.session;

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
import java.net.URI;
import java.util.Objects;
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
    private final OpenSessions sessions;

    SessionLoginHandler(OpenSessions sessions) {
        this.sessions = sessions;
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
        sessions.opened(browser.getSession(true), login);
        return HttpResponse.seeOther(URI.create(ReturnAddress.recall(browser)));
    }

    @Override
    public MutableHttpResponse<?> loginRefresh(
            Authentication authentication, String refreshToken, HttpRequest<?> request) {
        throw new UnsupportedOperationException("Logins are renewed on the server");
    }

    @Override
    public MutableHttpResponse<?> loginFailed(AuthenticationResponse failure, HttpRequest<?> request) {
        LOG.info("A login failed: {}", failure.getMessage().orElse("no reason given"));
        return LoginPages.loginFailed();
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
