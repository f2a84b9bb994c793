package jp.kyosei.ui.session.oauth;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import jp.kyosei.backend.tenancy.SecurityLog;
import jp.kyosei.ui.session.KeycloakRealm;
import jp.kyosei.ui.session.Login;
import jp.kyosei.ui.session.LoginState;
import jp.kyosei.ui.session.OpenSessions;
import jp.kyosei.ui.session.PublicUrl;
import jp.kyosei.ui.session.ReturnAddress;
import org.jspecify.annotations.Nullable;

/** Addresses around the login that a browser visits by itself: log in again, log out, and how the login stands. */
@Controller("/oauth")
@Secured(SecurityRule.IS_ANONYMOUS)
class LoginController {
    private static final String LOGGED_IN_AGAIN = "/oauth/logged-in-again";

    private final OpenSessions sessions;
    private final KeycloakRealm realm;
    private final KeycloakLogout keycloak;
    private final PublicUrl publicUrl;

    LoginController(OpenSessions sessions, KeycloakRealm realm, KeycloakLogout keycloak, PublicUrl publicUrl) {
        this.sessions = sessions;
        this.realm = realm;
        this.keycloak = keycloak;
        this.publicUrl = publicUrl;
    }

    /** Asked by a screen whose requests are refused: what shall it tell the person? */
    @Get("/session")
    HttpResponse<Map<String, String>> session(HttpServletRequest request) {
        LoginState state = LoginState.of(Login.in(request.getSession(false)));
        return HttpResponse.ok(Map.of("login", state.word())).header("Cache-Control", "no-store");
    }

    /** Opened in another tab by a screen whose login has expired. */
    @Get("/again")
    MutableHttpResponse<?> again(HttpServletRequest request, HttpServletResponse response) {
        ReturnAddress.remember(LOGGED_IN_AGAIN, request, response);
        return HttpResponse.seeOther(URI.create(KeycloakRealm.LOGIN));
    }

    @Get(value = "/logged-in-again", produces = MediaType.TEXT_HTML)
    MutableHttpResponse<?> loggedInAgain() {
        return LoginPages.loggedInAgain();
    }

    /**
     * Ends the session here and at Keycloak, for who comes from one of our own pages. Another page, also of a neighbour within
     * the same domain, can only make the browser show a question.
     */
    @Get(value = "/logout", produces = MediaType.TEXT_HTML)
    @ExecuteOn(TaskExecutors.BLOCKING)
    MutableHttpResponse<?> logout(HttpServletRequest request) {
        boolean nobody = Login.in(request.getSession(false)).isEmpty();
        return nobody || comesFromUs(request) ? left(request) : LoginPages.logoutAsked();
    }

    /** The answer to that question. */
    @Post(value = "/logout", consumes = MediaType.ALL, produces = MediaType.TEXT_HTML)
    @ExecuteOn(TaskExecutors.BLOCKING)
    MutableHttpResponse<?> logoutConfirmed(HttpServletRequest request) {
        return logout(request);
    }

    private MutableHttpResponse<?> left(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        Optional<Login> login = Login.in(session);
        if (session == null || login.isEmpty()) {
            return HttpResponse.seeOther(URI.create(OpenSessions.LOGGED_OUT));
        }
        sessions.endWhenGone(login.get(), session);
        SecurityLog.login("logged-out", login.get().person().username(), request.getRemoteAddr());
        return HttpResponse.seeOther(
                keycloak.end(login.get()) ? URI.create(OpenSessions.LOGGED_OUT) : endSessionAtKeycloak());
    }

    /** By what browsers say and pages cannot; where TLS is missing, browsers may say only which page it was. */
    private boolean comesFromUs(HttpServletRequest request) {
        @Nullable String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        @Nullable String origin = request.getHeader("Origin");
        @Nullable String page = origin == null ? request.getHeader("Referer") : origin + "/";
        return page != null && page.startsWith(publicUrl.of("/"));
    }

    @Get(value = "/logged-out", produces = MediaType.TEXT_HTML)
    MutableHttpResponse<?> loggedOut() {
        return LoginPages.loggedOut();
    }

    /** Keycloak asks the person there; nothing in the address says who it is. */
    private URI endSessionAtKeycloak() {
        return UriBuilder.of(realm.endSessionUrl())
                .queryParam("client_id", realm.clientId())
                .queryParam("post_logout_redirect_uri", publicUrl.of(OpenSessions.LOGGED_OUT))
                .build();
    }
}
