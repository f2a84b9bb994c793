package jp.kyosei.infra.services;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keycloak's own distribution as a child process on the loopback address, its state in the database {@code keycloak} of
 * the same PostgreSQL server. An instance has a home of its own with links to the {@link KeycloakDistribution}.
 */
public final class KeycloakServer implements Keycloak {
    private static final Logger LOG = LoggerFactory.getLogger(KeycloakServer.class);
    private static final String DATABASE = "keycloak";
    private static final Duration STOP = Duration.ofSeconds(30);

    private final Path home;
    private final Postgres postgres;
    private final int port;
    private final int managementPort;
    private final Path log;
    private final RealmFile realm;
    private final Map<String, String> further;
    private ChildProcess process;
    private long launched;

    private KeycloakServer(
            Path home,
            Postgres postgres,
            int port,
            int managementPort,
            Path log,
            RealmFile realm,
            Map<String, String> further) {
        this.home = home;
        this.postgres = postgres;
        this.port = port;
        this.managementPort = managementPort;
        this.log = log;
        this.realm = realm;
        this.further = Map.copyOf(further);
        this.process = launch();
    }

    /** Starts Keycloak with its home in {@code home} and waits until the realm answers. */
    public static KeycloakServer start(Path home, Postgres postgres, int port, int managementPort, Path log) {
        KeycloakServer started = starting(home, postgres, port, managementPort, log, RealmFile.DEMONSTRATION, Map.of());
        started.awaitReady(() -> false);
        return started;
    }

    /**
     * The same without the wait: {@link #awaitReady} is to be called.
     *
     * @param realm which one is imported by the first start
     * @param further what the realm file asks of the environment besides the secrets
     */
    public static KeycloakServer starting(
            Path home,
            Postgres postgres,
            int port,
            int managementPort,
            Path log,
            RealmFile realm,
            Map<String, String> further) {
        return new KeycloakServer(home.toAbsolutePath(), postgres, port, managementPort, log, realm, further);
    }

    /** Waits until the realm answers, or until {@code givenUp} holds. */
    public synchronized void awaitReady(BooleanSupplier givenUp) {
        KeycloakRest rest = new KeycloakRest(url());
        URI health = URI.create("http://127.0.0.1:%d/health/ready".formatted(managementPort));
        process.await(() -> givenUp.getAsBoolean() || (KeycloakRest.answersOk(health) && rest.realmAnswers()));
        LOG.info("Keycloak ready at {} after {} ms", url(), (System.nanoTime() - launched) / 1_000_000);
    }

    @Override
    public URI url() {
        return URI.create("http://localhost:" + port);
    }

    @Override
    public Secrets secrets() {
        return postgres.secrets();
    }

    public synchronized boolean alive() {
        return process.alive();
    }

    /** Starts Keycloak again after it died. */
    public synchronized void restart() {
        close();
        process = launch();
        awaitReady(() -> false);
    }

    @Override
    public synchronized void close() {
        process.stop(STOP);
    }

    private ChildProcess launch() {
        launched = System.nanoTime();
        Path pidFile = home.resolveSibling("keycloak.pid");
        ChildProcess.stopLeftOver("Keycloak", pidFile, STOP);
        layOutHome();
        ensureDatabase();
        List<String> command = new ArrayList<>(List.of(
                KeycloakDistribution.program(home).toString(),
                "start",
                "--optimized",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-port=" + managementPort,
                "--hostname=" + url(),
                "--cache=local",
                // Each question whether it is ready yet would else be a line of the log.
                "--log-level=info,io.smallrye.health:error"));
        if (realm == RealmFile.PRODUCTION) {
            // Another name of this machine: the cookies of administrators are not those of people who log in.
            command.add("--hostname-admin=http://127.0.0.1:" + port);
        }
        return ChildProcess.start("Keycloak", command, environment(), home, log, pidFile);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>(further);
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx384m");
        environment.put("KC_DB_URL", postgres.jdbcUrl(DATABASE));
        environment.put("KC_DB_USERNAME", DATABASE);
        environment.put("KC_DB_PASSWORD", secrets().keycloak());
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets().administrator());
        environment.put("KYOSEI_OIDC_CLIENT_SECRET", secrets().client());
        environment.put("KYOSEI_ACCOUNTS_CLIENT_SECRET", secrets().accounts());
        return environment;
    }

    private void ensureDatabase() {
        try (Connection connection = postgres.connectAsSuperuser(Postgres.SUPERUSER);
                Statement statement = connection.createStatement()) {
            try (ResultSet role =
                    statement.executeQuery("select from pg_roles where rolname = '%s'".formatted(DATABASE))) {
                if (role.next()) {
                    return;
                }
            }
            statement.execute("create role %s login password '%s'"
                    .formatted(DATABASE, secrets().keycloak()));
            statement.execute("create database %s owner %s".formatted(DATABASE, DATABASE));
            statement.execute("revoke connect, temporary on database %s from public".formatted(DATABASE));
        } catch (SQLException e) {
            throw new ServiceException("Cannot create Keycloak's database", e);
        }
        try (Connection connection = DriverManager.getConnection(
                postgres.jdbcUrl(DATABASE), DATABASE, secrets().keycloak())) {
            KeycloakTables.create(connection);
        } catch (SQLException | ServiceException e) {
            LOG.warn("Keycloak makes its tables itself, for the prepared statements failed", e);
        }
    }

    private void layOutHome() {
        try {
            KeycloakDistribution.layOut(home);
            LoginTheme.layOut(home.resolve("themes"));
            Files.createDirectories(home.resolve("data/import"));
            Files.writeString(home.resolve("data/import/kyosei-realm.json"), realm.content());
            Files.createDirectories(home.resolve("data/password-blacklists"));
            Files.writeString(home.resolve("data/password-blacklists/kyosei.txt"), RealmFile.blacklist());
        } catch (IOException e) {
            throw new ServiceException("Cannot lay out Keycloak's home " + home, e);
        }
    }
}
