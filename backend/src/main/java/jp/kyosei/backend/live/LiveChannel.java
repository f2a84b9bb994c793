package jp.kyosei.backend.live;

import io.micronaut.context.annotation.Property;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL's NOTIFY: heard by every replica, and only once the transaction that said it has committed. One connection
 * of its own listens from the first subscription on.
 */
@Singleton
public class LiveChannel {
    private static final Logger LOG = LoggerFactory.getLogger(LiveChannel.class);
    private static final String CHANNEL = "kyosei_changes";
    /** Also said by the triggers of V15. */
    private static final String PUBLISHED = "kyosei_published";

    private static final String SESSIONS = "kyosei_sessions";

    private static final int WAIT_MILLIS = 2_000;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final JdbcOperations jdbc;
    private final String url;
    private final String user;
    private final String password;
    private final Set<Consumer<Announcement>> listeners = ConcurrentHashMap.newKeySet();
    private final Set<Runnable> readersOfPublished = ConcurrentHashMap.newKeySet();
    private final Set<Consumer<SessionsOver>> keepersOfSessions = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;
    private @Nullable Thread thread;

    LiveChannel(
            JdbcOperations jdbc,
            @Property(name = "datasources.default.url") String url,
            @Property(name = "datasources.default.username") String user,
            @Property(name = "datasources.default.password") String password) {
        this.jdbc = jdbc;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Says so in the running transaction; heard when it commits. */
    public void announceWithin(Announcement announcement) {
        jdbc.prepareStatement("select pg_notify(?, ?)", statement -> {
            statement.setString(1, CHANNEL);
            statement.setString(2, announcement.payload());
            return statement.execute();
        });
    }

    /**
     * Calls the listener with every announcement from now on, in a thread of the channel's own: it must be quick and must
     * not throw.
     *
     * @return to be run when no longer interested
     */
    public Runnable listen(Consumer<Announcement> listener) {
        listeners.add(listener);
        start();
        return () -> listeners.remove(listener);
    }

    /** Says in the running transaction that what anybody may see has changed; heard when it commits. */
    public void announcePublishedWithin() {
        jdbc.prepareStatement("select pg_notify(?, '')", statement -> {
            statement.setString(1, PUBLISHED);
            return statement.execute();
        });
    }

    /**
     * Calls the reader whenever what anybody may see has changed, and when it may have while the database was away, in a
     * thread of the channel's own: it must be quick and must not throw.
     */
    public void listenToPublished(Runnable reader) {
        readersOfPublished.add(reader);
        start();
    }

    /** Says in the running transaction that sessions are over; heard when it commits. */
    public void announceSessionsWithin(SessionsOver over) {
        jdbc.prepareStatement("select pg_notify(?, ?)", statement -> {
            statement.setString(1, SESSIONS);
            statement.setString(2, over.payload());
            return statement.execute();
        });
    }

    /** Calls the keeper whenever sessions are over, as {@link #listen}. */
    public void listenToSessions(Consumer<SessionsOver> keeper) {
        keepersOfSessions.add(keeper);
        start();
    }

    private synchronized void start() {
        if (thread == null && !stopped) {
            thread = Thread.ofVirtual().name("live-channel").start(this::run);
        }
    }

    private void run() {
        while (!stopped) {
            try (Connection connection = DriverManager.getConnection(url, user, password)) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("listen " + CHANNEL);
                    statement.execute("listen " + PUBLISHED);
                    statement.execute("listen " + SESSIONS);
                }
                tellReadersOfPublished();
                hear(connection.unwrap(PGConnection.class));
            } catch (SQLException e) {
                if (!stopped) {
                    LOG.warn("screens do not follow changes until the database answers again: {}", e.getMessage());
                    LockSupport.parkNanos(PAUSE_AFTER_FAILURE.toNanos());
                }
            } catch (RuntimeException e) {
                // Whatever it was: a channel that has ended would be missed by nobody and by every screen.
                LOG.error("listening for changes failed and begins anew", e);
                LockSupport.parkNanos(PAUSE_AFTER_FAILURE.toNanos());
            }
        }
    }

    private void hear(PGConnection connection) throws SQLException {
        while (!stopped) {
            PGNotification[] heard = connection.getNotifications(WAIT_MILLIS);
            for (PGNotification notification : heard == null ? new PGNotification[0] : heard) {
                if (notification.getName().equals(PUBLISHED)) {
                    tellReadersOfPublished();
                } else if (notification.getName().equals(SESSIONS)) {
                    SessionsOver.of(notification.getParameter()).ifPresent(this::tellKeepersOfSessions);
                } else {
                    Announcement.of(notification.getParameter())
                            .ifPresentOrElse(
                                    this::tell,
                                    () -> LOG.warn(
                                            "somebody said on {} what this version does not understand", CHANNEL));
                }
            }
        }
    }

    private void tellKeepersOfSessions(SessionsOver over) {
        for (Consumer<SessionsOver> keeper : List.copyOf(keepersOfSessions)) {
            try {
                keeper.accept(over);
            } catch (RuntimeException e) {
                LOG.warn("sessions could not be ended", e);
            }
        }
    }

    private void tellReadersOfPublished() {
        for (Runnable reader : List.copyOf(readersOfPublished)) {
            try {
                reader.run();
            } catch (RuntimeException e) {
                LOG.warn("what is published could not be read anew", e);
            }
        }
    }

    private void tell(Announcement announcement) {
        for (Consumer<Announcement> listener : List.copyOf(listeners)) {
            try {
                listener.accept(announcement);
            } catch (RuntimeException e) {
                LOG.warn("a screen could not follow a change", e);
            }
        }
    }

    @PreDestroy
    void stop() {
        stopped = true;
    }
}
