package jp.kyosei.ui.session.oauth;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
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
    private final PublicUrl publicUrl;

    LoginController(OpenSessions sessions, KeycloakRealm realm, PublicUrl publicUrl) {
        this.sessions = sessions;
        this.realm = realm;
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

    /** Ends the session here and then the one at Keycloak. Another site cannot cause it. */
    @Get("/logout")
    MutableHttpResponse<?> logout(HttpServletRequest request, @Nullable @Header("Sec-Fetch-Site") String origin) {
        if (Optional.ofNullable(origin).filter("cross-site"::equals).isPresent()) {
            return HttpResponse.seeOther(URI.create(ReturnAddress.HOME));
        }
        @Nullable HttpSession session = request.getSession(false);
        Optional<Login> login = Login.in(session);
        if (session == null || login.isEmpty()) {
            return HttpResponse.seeOther(URI.create(OpenSessions.LOGGED_OUT));
        }
        sessions.endWhenGone(login.get(), session);
        return HttpResponse.seeOther(endSessionAtKeycloak(login.get().tokens().idToken()));
    }

    @Get(value = "/logged-out", produces = MediaType.TEXT_HTML)
    MutableHttpResponse<?> loggedOut() {
        return LoginPages.loggedOut();
    }

    private URI endSessionAtKeycloak(String idToken) {
        return UriBuilder.of(realm.endSessionUrl())
                .queryParam("id_token_hint", idToken)
                .queryParam("client_id", realm.clientId())
                .queryParam("post_logout_redirect_uri", publicUrl.of(OpenSessions.LOGGED_OUT))
                .build();
    }
}
