package jp.kyosei.ui.session;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kyosei.ui.RunningKyosei;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/** Lets logins run out, as they do when Keycloak refuses to renew them or their person is away. */
public final class ExpiringLogins {
    private ExpiringLogins() {}

    /** Ends every login of that person; the sessions themselves stay. */
    public static void expireAllOf(String username, RunningKyosei kyosei) {
        loginsOf(username, kyosei).values().forEach(Login::expire);
    }

    /**
     * Lets Keycloak's word on every login of that person be so old that it has to be asked again. A login that was
     * refused already is put back to where it was.
     */
    public static void letRenewalComeDueFor(String username, RunningKyosei kyosei) {
        OpenSessions sessions = kyosei.bean(OpenSessions.class);
        loginsOf(username, kyosei).forEach((session, login) -> {
            Login.Tokens tokens = login.tokens();
            sessions.opened(
                    session,
                    new Login(
                            login.person(),
                            login.keycloakSession(),
                            new Login.Tokens(
                                    tokens.idToken(), tokens.refreshToken(), Instant.EPOCH, tokens.refreshExpires()),
                            Instant.now()));
        });
    }

    /** As if the person had done what they did last so much earlier. */
    public static void leaveAlone(String username, Duration duration, RunningKyosei kyosei) {
        loginsOf(username, kyosei)
                .values()
                .forEach(login -> login.actedAt(login.lastAct().minus(duration)));
    }

    public static Stream<HttpSession> sessionsOf(String username, RunningKyosei kyosei) {
        return loginsOf(username, kyosei).keySet().stream();
    }

    private static Map<HttpSession, Login> loginsOf(String username, RunningKyosei kyosei) {
        Context context = (Context) kyosei.bean(Tomcat.class).getHost().findChildren()[0];
        return Stream.of(context.getManager().findSessions())
                .map(session -> session.getSession())
                .filter(session -> Login.in(session)
                        .filter(login -> login.person().username().equals(username))
                        .isPresent())
                .collect(Collectors.toMap(
                        session -> session, session -> Login.in(session).orElseThrow()));
    }
}
