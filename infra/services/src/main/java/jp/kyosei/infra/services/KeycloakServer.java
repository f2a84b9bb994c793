package jp.kyosei.infra.services;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keycloak's own distribution as a child process on the loopback address, its state in the database {@code keycloak} of
 * the same PostgreSQL server. The distribution is unpacked and built for PostgreSQL once, in the {@link Cache}; an
 * instance has a home of its own with links to it.
 */
public final class KeycloakServer implements Keycloak {
    private static final Logger LOG = LoggerFactory.getLogger(KeycloakServer.class);
    private static final String DATABASE = "keycloak";
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final Path home;
    private final Postgres postgres;
    private final int port;
    private final int managementPort;
    private final Path log;
    private ChildProcess process;

    private KeycloakServer(Path home, Postgres postgres, int port, int managementPort, Path log) {
        this.home = home;
        this.postgres = postgres;
        this.port = port;
        this.managementPort = managementPort;
        this.log = log;
        this.process = launch();
    }

    /** Starts Keycloak with its home in {@code home} and waits until the realm answers. */
    public static KeycloakServer start(Path home, Postgres postgres, int port, int managementPort, Path log) {
        return new KeycloakServer(home.toAbsolutePath(), postgres, port, managementPort, log);
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
    }

    @Override
    public synchronized void close() {
        process.stop(STOP);
    }

    private ChildProcess launch() {
        long start = System.nanoTime();
        Path pidFile = home.resolveSibling("keycloak.pid");
        ChildProcess.stopLeftOver("Keycloak", pidFile, STOP);
        layOutHome();
        ensureDatabase();
        ChildProcess launched = ChildProcess.start(
                "Keycloak",
                List.of(
                        home.resolve("bin/kc.sh").toString(),
                        "start",
                        "--optimized",
                        "--import-realm",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--http-management-port=" + managementPort,
                        "--hostname=" + url(),
                        "--cache=local"),
                environment(),
                home,
                log,
                pidFile);
        KeycloakRest rest = new KeycloakRest(url());
        URI health = URI.create("http://127.0.0.1:%d/health/ready".formatted(managementPort));
        launched.await(START, () -> KeycloakRest.answersOk(health) && rest.realmAnswers());
        LOG.info("Keycloak ready at {} after {} ms", url(), (System.nanoTime() - start) / 1_000_000);
        return launched;
    }

    private Map<String, String> environment() {
        return Map.of(
                "JAVA_HOME", System.getProperty("java.home"),
                "JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx384m",
                "KC_DB_URL", postgres.jdbcUrl(DATABASE),
                "KC_DB_USERNAME", DATABASE,
                "KC_DB_PASSWORD", secrets().keycloak(),
                "KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR,
                "KC_BOOTSTRAP_ADMIN_PASSWORD", secrets().administrator(),
                "KYOSEI_OIDC_CLIENT_SECRET", secrets().client());
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
    }

    private void layOutHome() {
        Path distribution = distribution();
        try {
            Files.createDirectories(home.resolve("bin"));
            Files.createDirectories(home.resolve("data/import"));
            Files.copy(
                    distribution.resolve("bin/kc.sh"),
                    home.resolve("bin/kc.sh"),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
            for (String part : List.of("lib", "conf", "providers", "themes")) {
                Path link = home.resolve(part);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, distribution.resolve(part));
            }
            Files.writeString(home.resolve("data/import/kyosei-realm.json"), realm());
        } catch (IOException e) {
            throw new ServiceException("Cannot lay out Keycloak's home " + home, e);
        }
    }

    /** The realm file, as the build packed it. */
    static String realm() {
        try (InputStream resource = KeycloakServer.class.getResourceAsStream("kyosei-realm.json")) {
            if (resource == null) {
                throw new ServiceException("kyosei-realm.json is missing: build infra/services with Maven");
            }
            return new String(resource.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ServiceException("Cannot read kyosei-realm.json", e);
        }
    }

    private static Path distribution() {
        return Cache.folder("keycloak-" + Cache.fromBuild("keycloak.version"), KeycloakServer::unpackAndBuild);
    }

    private static void unpackAndBuild(Path folder) throws IOException, InterruptedException {
        LOG.info("Unpacking and building Keycloak once, about 25 s");
        try (ZipInputStream zip = new ZipInputStream(
                new BufferedInputStream(Files.newInputStream(Path.of(Cache.fromBuild("keycloak.zip")))))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path name = Path.of(entry.getName());
                if (entry.isDirectory() || name.getNameCount() < 2) {
                    continue;
                }
                Path target =
                        folder.resolve(name.subpath(1, name.getNameCount())).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("Entry outside of the archive: " + entry.getName());
                }
                Files.createDirectories(target.getParent());
                Files.copy(zip, target);
            }
        }
        Files.createDirectories(folder.resolve("themes"));
        Files.createDirectories(folder.resolve("providers"));
        Path program = folder.resolve("bin/kc.sh");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path log = folder.resolve("build.log");
        ProcessBuilder build = new ProcessBuilder(
                        program.toString(), "build", "--db=postgres", "--health-enabled=true", "--metrics-enabled=true")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        build.environment().put("JAVA_HOME", System.getProperty("java.home"));
        int code = build.start().waitFor();
        if (code != 0) {
            throw new ServiceException("Keycloak's build ended with " + code + ":\n" + Files.readString(log));
        }
    }
}
