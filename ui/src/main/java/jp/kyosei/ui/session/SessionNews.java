package jp.kyosei.ui.session;

import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import jp.kyosei.backend.accounts.SessionEnds;
import jp.kyosei.backend.live.SessionsOver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends sessions on every replica: Keycloak calls one of them alone, and an administrator who ends somebody's use of the
 * service works at one.
 */
@Singleton
public class SessionNews {
    private static final Logger LOG = LoggerFactory.getLogger(SessionNews.class);

    private final OpenSessions sessions;
    private final SessionEnds ends;
    private final ExecutorService executor;

    SessionNews(OpenSessions sessions, SessionEnds ends, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.sessions = sessions;
        this.ends = ends;
        this.executor = executor;
    }

    @EventListener
    void follow(StartupEvent started) {
        // Screens are told before their session ends, for which nobody else is to wait.
        ends.listen(over -> executor.execute(() -> endHere(over)));
    }

    /** Ends them here before this returns, and on the other replicas as soon as these hear of it. */
    public void end(Optional<String> keycloakSession, Optional<String> subject) {
        SessionsOver over = new SessionsOver(keycloakSession.orElse(null), subject.orElse(null));
        endHere(over);
        try {
            ends.announce(over);
        } catch (RuntimeException away) {
            LOG.warn("Other replicas could not be told that sessions are over", away);
        }
    }

    private void endHere(SessionsOver over) {
        sessions.endHere(Optional.ofNullable(over.keycloakSession()), Optional.ofNullable(over.subject()));
    }
}
