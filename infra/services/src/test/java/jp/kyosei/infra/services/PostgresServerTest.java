package jp.kyosei.infra.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
    @TempDir
    private Path folder;

    @Test
    void a_durable_server_keeps_acknowledged_writes_when_killed() throws Exception {
        Secrets secrets = Secrets.of(folder.resolve("secrets.properties"));
        Path data = folder.resolve("postgres");
        try (PostgresServer server =
                PostgresServer.durable(data, FreePort.any(), secrets, folder.resolve("postgres.log"))) {
            Database database = server.provision("kyosei");
            try (Connection owner = database.connectAsOwner();
                    Statement statement = owner.createStatement()) {
                assertThat(ServicesContract.text(statement, "show fsync")).isEqualTo("on");
                assertThat(ServicesContract.text(statement, "show synchronous_commit"))
                        .isEqualTo("on");
                assertThat(ServicesContract.text(statement, "show full_page_writes"))
                        .isEqualTo("on");
                statement.execute("create table written as select 1 as one");
            }
            ProcessHandle postmaster = postmaster(data);
            postmaster.destroyForcibly();
            postmaster.onExit().get(30, TimeUnit.SECONDS);
            assertThat(server.alive()).isFalse();

            server.restart();
            assertThat(rowsWritten(server)).isEqualTo("1");
        }
    }

    @Test
    void a_server_left_over_by_a_killed_jvm_is_replaced() throws Exception {
        Secrets secrets = Secrets.of(folder.resolve("secrets.properties"));
        Path data = folder.resolve("postgres");
        PostgresServer leftOver = PostgresServer.durable(data, FreePort.any(), secrets, folder.resolve("postgres.log"));
        try (Connection owner = leftOver.provision("kyosei").connectAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("create table written as select 1 as one");
        }
        long before = postmaster(data).pid();
        try (PostgresServer next = PostgresServer.durable(
                data,
                FreePort.any(),
                Secrets.of(folder.resolve("secrets.properties")),
                folder.resolve("postgres.log"))) {
            assertThat(postmaster(data).pid()).isNotEqualTo(before);
            assertThat(rowsWritten(next)).isEqualTo("1");
        }
    }

    @Test
    void passwords_are_random_and_readable_by_their_owner_alone() throws Exception {
        Secrets one = Secrets.of(folder.resolve("one.properties"));
        Secrets other = Secrets.of(folder.resolve("other.properties"));
        assertThat(one.superuser()).hasSize(40).isNotEqualTo(other.superuser());
        assertThat(Secrets.of(folder.resolve("one.properties"))).isEqualTo(one);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("one.properties"))))
                .isEqualTo("rw-------");
        assertThat(one.toString()).doesNotContain(one.superuser());
    }

    private static String rowsWritten(PostgresServer server) throws SQLException {
        try (Connection owner = server.provision("kyosei").connectAsOwner();
                Statement statement = owner.createStatement()) {
            return ServicesContract.text(statement, "select count(*)::text from written");
        }
    }

    private static ProcessHandle postmaster(Path data) throws Exception {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
        return ProcessHandle.of(pid).orElseThrow();
    }
}
