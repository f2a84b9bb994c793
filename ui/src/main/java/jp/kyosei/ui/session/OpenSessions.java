package jp.kyosei.ui.session;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sessions of this process that hold a login, so that Keycloak can end them. */
@Singleton
public class OpenSessions implements HttpSessionListener {
    /** Where a screen goes whose person has left. */
    public static final String LOGGED_OUT = "/oauth/logged-out";

    private static final Logger LOG = LoggerFactory.getLogger(OpenSessions.class);
    private static final Duration UNTIL_GONE = Duration.ofSeconds(2);

    private final Map<Login, HttpSession> sessions = new ConcurrentHashMap<>();
    private final TaskScheduler scheduler;

    OpenSessions(@Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** A login begins, in place of another that the session held. */
    public void opened(HttpSession session, Login login) {
        Login.in(session).ifPresent(sessions::remove);
        session.setAttribute(Login.ATTRIBUTE, login);
        sessions.put(login, session);
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        Login.in(event.getSession()).ifPresent(login -> {
            login.leave();
            sessions.remove(login);
        });
    }

    /**
     * Ends the sessions of one Keycloak session, or of all the person's where Keycloak names none, here; other replicas hear of
     * it by {@link SessionNews}.
     */
    void endHere(Optional<String> keycloakSession, Optional<String> subject) {
        Predicate<Login> meant = keycloakSession
                .<Predicate<Login>>map(id -> login -> login.keycloakSession().equals(Optional.of(id)))
                .orElse(login -> subject.equals(Optional.of(login.person().subject())));
        sessions.forEach((login, session) -> {
            if (meant.test(login)) {
                end(login, session);
            }
        });
    }

    /** Ends one of them at once. */
    public void end(Login login, HttpSession session) {
        login.leave();
        sessions.remove(login);
        leaveOpenScreens(session);
        try {
            session.invalidate();
        } catch (IllegalStateException alreadyGone) {
            LOG.debug("The session had been ended by another request", alreadyGone);
        }
    }

    /**
     * Ends the session for a browser that is just on its way to Keycloak: from now on nothing passes, but its other tabs
     * are only sent away when this one has gone, which would otherwise be sent there too.
     */
    public void endWhenGone(Login login, HttpSession session) {
        login.leave();
        var _ = scheduler.schedule(UNTIL_GONE, () -> {
            if (sessions.remove(login, session)) {
                end(login, session);
            }
        });
    }

    /** Open screens must not go on showing what only the person who has left may see. */
    private static void leaveOpenScreens(HttpSession session) {
        try {
            VaadinSession.getAllSessions(session)
                    .forEach(screens ->
                            screens.accessSynchronously(() -> screens.getUIs().forEach(OpenSessions::leave)));
        } catch (IllegalStateException alreadyGone) {
            LOG.debug("The session had ended before its screens could be left", alreadyGone);
        }
    }

    private static void leave(UI screen) {
        screen.getPage().setLocation(LOGGED_OUT);
        // Waits until the message is out; Tomcat cuts the socket as soon as the session ends.
        if (screen.getInternals().getPushConnection() instanceof LoginBoundPush socket) {
            socket.pushFarewell();
        }
    }
}
