package jp.kyosei.ui.server;

import com.vaadin.flow.shared.ApplicationConstants;
import jakarta.inject.Singleton;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import jp.kyosei.backend.load.BusyException;
import jp.kyosei.backend.load.CallLimits;
import jp.kyosei.backend.tenancy.SecurityLog;
import jp.kyosei.ui.session.Login;

/**
 * Turns away who asks more often than people do, before anything is done: an address, and who is logged in at a screen. Whose
 * a bearer token is, REST itself finds out and counts.
 */
@Singleton
class TooManyRequests implements Filter {
    static final int STATUS = 429;
    private static final String LOGIN = "/oauth/";

    private final CallLimits limits;

    TooManyRequests(CallLimits limits) {
        this.limits = limits;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        Optional<BusyException> tooMany = limits.ofAddress(asked.getRemoteAddr())
                .or(() -> asked.getRequestURI().startsWith(LOGIN)
                        ? limits.ofLogin(asked.getRemoteAddr())
                        : Optional.empty())
                .or(() -> Login.in(asked.getSession(false))
                        .flatMap(login -> limits.ofPerson(login.person().subject())));
        if (tooMany.isPresent()) {
            SecurityLog.turnedAway(asked.getRequestURI(), asked.getRemoteAddr());
            refuse(asked, (HttpServletResponse) response, tooMany.get());
            return;
        }
        chain.doFilter(request, response);
    }

    /** Of an open screen, Vaadin's client takes 429 for the end and drops what was typed; 503 it sends again. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, BusyException busy)
            throws IOException {
        String query = Optional.<String>ofNullable(request.getQueryString()).orElse("");
        boolean ofScreen = query.contains(ApplicationConstants.REQUEST_TYPE_PARAMETER + "=");
        response.setHeader("Retry-After", Long.toString(busy.retryAfterSeconds()));
        response.sendError(ofScreen ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : STATUS);
    }
}
