package jp.kyosei.backend.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import jp.kyosei.backend.DemonstrationUser;
import jp.kyosei.backend.RunningBackend;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** No statement keeps the database, and whoever waits, for longer than is granted. */
class StatementTimeoutTest {
    private static final String HALF_A_SECOND = "select 1 from pg_sleep(0.5)";

    @SuppressWarnings("NullAway.Init")
    private static RunningBackend backend;

    @BeforeAll
    static void start() {
        backend = RunningBackend.alone(
                Map.of("datasources.default.data-source-properties.options", "-c statement_timeout=250ms"));
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Test
    void a_statement_that_takes_too_long_is_given_up() {
        Actor actor = backend.user(DemonstrationUser.SECRETARIAT);

        assertThatThrownBy(() -> backend.bean(TenantDoor.class).write(actor, () -> execute(HALF_A_SECOND)))
                .satisfies(thrown -> assertThat(Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                                .filter(SQLException.class::isInstance)
                                .map(cause -> ((SQLException) cause).getSQLState()))
                        .contains("57014"));
        assertThat(backend.bean(TenantDoor.class).<Boolean>write(actor, () -> execute("select 1")))
                .isTrue();
    }

    @Test
    void what_is_known_to_take_long_may_and_the_next_on_the_connection_may_not() {
        Actor actor = backend.user(DemonstrationUser.SECRETARIAT);
        TenantDoor door = backend.bean(TenantDoor.class);

        assertThat(door.<Boolean>writeForLong(actor, () -> execute(HALF_A_SECOND)))
                .isTrue();
        for (int connection = 0; connection < 5; connection++) {
            assertThatThrownBy(() -> door.write(actor, () -> execute(HALF_A_SECOND)))
                    .isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void the_product_as_it_comes_grants_thirty_seconds() {
        RunningBackend shared = RunningBackend.get();
        String granted = shared.bean(TenantDoor.class)
                .read(shared.user(DemonstrationUser.SECRETARIAT), () -> shared.bean(JdbcOperations.class)
                        .prepareStatement("show statement_timeout", statement -> {
                            try (var rows = statement.executeQuery()) {
                                rows.next();
                                return rows.getString(1);
                            }
                        }));

        assertThat(granted).isEqualTo("30s");
    }

    private static boolean execute(String sql) {
        return backend.bean(JdbcOperations.class).prepareStatement(sql, statement -> statement.execute());
    }
}
