package jp.kyosei.backend.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jp.kyosei.backend.RunningBackend;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The channel goes on hearing, whatever is said on it and whatever becomes of its connection. */
class LiveChannelTest {
    private static final String LISTENING =
            "from pg_stat_activity where datname = current_database() and query like 'listen %'";
    private static final long PATIENCE_SECONDS = 30;

    private final RunningBackend backend = RunningBackend.get();
    private final BlockingQueue<Announcement> heard = new LinkedBlockingQueue<>();
    private @Nullable Runnable stop;

    @BeforeEach
    void listens() throws SQLException, InterruptedException {
        stop = backend.bean(LiveChannel.class).listen(heard::add);
        requireHeard();
    }

    @AfterEach
    void listensNoLonger() {
        if (stop != null) {
            stop.run();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\t\t\t",
                "no plan\t2024\t\t",
                "11111111-2222-3333-4444-555555555555\tlast year\t\t",
                "11111111-2222-3333-4444-555555555555\t99999999999\t\t1",
                "11111111-2222-3333-4444-555555555555\t2024",
                "11111111-2222-3333-4444-555555555555\t2024\t\t\t\t",
                "\t\t\t\t\t\t\t\t\t\t\t\t\t\t",
                "{\"plan\":null}",
                "🙃\t🙃\t🙃\t🙃",
                "-\t-\t-\t-"
            })
    void what_nobody_understands_is_passed_over_and_the_next_is_heard(String payload)
            throws SQLException, InterruptedException {
        say(payload);

        requireHeard();
    }

    @Test
    void a_listener_that_throws_keeps_nobody_from_hearing() throws SQLException, InterruptedException {
        Runnable noLonger = backend.bean(LiveChannel.class).listen(announcement -> {
            throw new IllegalStateException("a screen that fails");
        });
        try {
            requireHeard();
            requireHeard();
        } finally {
            noLonger.run();
        }
    }

    @Test
    void it_listens_again_after_its_connection_was_ended() throws SQLException, InterruptedException {
        try (Connection connection = asApplication();
                PreparedStatement end =
                        connection.prepareStatement("select count(pg_terminate_backend(pid)) " + LISTENING)) {
            var ended = end.executeQuery();
            ended.next();
            assertThat(ended.getInt(1)).isPositive();
        }

        requireHeard();
    }

    /** Says something again and again until it is heard: nobody hears what was said while the connection was away. */
    private void requireHeard() throws SQLException, InterruptedException {
        Announcement said = new Announcement(UUID.randomUUID(), 2024, null, List.of("1"));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end) {
            say(said.payload());
            Announcement next = heard.poll(1, TimeUnit.SECONDS);
            while (next != null && !next.equals(said)) {
                next = heard.poll();
            }
            if (said.equals(next)) {
                return;
            }
        }
        throw new AssertionError("The channel does not hear any more");
    }

    private void say(String payload) throws SQLException {
        try (Connection connection = asApplication();
                PreparedStatement notify = connection.prepareStatement("select pg_notify('kyosei_changes', ?)")) {
            notify.setString(1, payload);
            notify.execute();
        }
    }

    private Connection asApplication() throws SQLException {
        return DriverManager.getConnection(
                backend.database().jdbcUrl(),
                backend.database().appUser(),
                backend.database().appPassword());
    }
}
