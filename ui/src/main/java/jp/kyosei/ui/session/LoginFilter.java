package jp.kyosei.ui.session;

import jakarta.inject.Singleton;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import jp.kyosei.backend.tenancy.SecurityLog;

/**
 * Lets nobody through to a screen who has not logged in. A page leads to the login and back. What an open screen sends in
 * the background is refused with a status that makes Vaadin's client keep the message and send it again, while
 * {@code login-notice.ts} tells the person and offers the login in another tab.
 */
@Singleton
public class LoginFilter implements Filter {
    /** The servlet that the screens run in; all others answer for themselves. */
    public static final String SCREENS = "vaadin";

    /** Below these lie files that are the same for everybody. */
    public static final List<String> PUBLIC_FILES = List.of("/VAADIN/build/", "/VAADIN/static/", "/lumo/", "/page/");

    private final LoginRenewal renewal;

    LoginFilter(LoginRenewal renewal) {
        this.renewal = renewal;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        filter((HttpServletRequest) request, (HttpServletResponse) response, chain);
    }

    private void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!SCREENS.equals(request.getHttpServletMapping().getServletName()) || isPublicFile(request)) {
            chain.doFilter(Visit.ofStranger(request), response);
            return;
        }
        ScreenRequest kind = ScreenRequest.of(request);
        Optional<Login> login = Login.in(request.getSession(false));
        if (login.isPresent() && mayPass(kind, login.get())) {
            Person person = login.get().person();
            try (SecurityLog.Person _ = SecurityLog.atScreen(person.username(), request.getRemoteAddr())) {
                chain.doFilter(Visit.of(person, request), response);
            }
            return;
        }
        refuse(kind, request, response);
    }

    /** An open screen whose login is over may still say that it is there, so that what was typed in it is not lost. */
    private boolean mayPass(ScreenRequest kind, Login login) {
        boolean stands = kind.isByPerson() ? renewal.keepAlive(login) : renewal.stillStands(login);
        return stands || (kind == ScreenRequest.HEARTBEAT && login.state() != LoginState.NONE);
    }

    private static void refuse(ScreenRequest kind, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        switch (kind) {
            case PAGE -> {
                ReturnAddress.remember(addressOf(request), request, response);
                response.setHeader("Cache-Control", "no-store");
                response.sendRedirect(KeycloakRealm.LOGIN);
            }
            // Vaadin's client takes 401, and 403 for a heartbeat, for the end and drops what was typed; not so 503.
            case HEARTBEAT, MESSAGE -> response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            case LISTENING, OTHER -> response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** Only a file: with {@code v-r}, in whatever spelling, the same address is a message to Vaadin. */
    private static boolean isPublicFile(HttpServletRequest request) {
        String path = Optional.<String>ofNullable(request.getPathInfo()).orElse("");
        return ScreenRequest.reads(request)
                && !request.getParameterMap().containsKey(ScreenRequest.KIND)
                && PUBLIC_FILES.stream().anyMatch(path::startsWith);
    }

    private static String addressOf(HttpServletRequest request) {
        return Optional.<String>ofNullable(request.getQueryString())
                .map(query -> request.getRequestURI() + "?" + query)
                .orElseGet(request::getRequestURI);
    }
}
