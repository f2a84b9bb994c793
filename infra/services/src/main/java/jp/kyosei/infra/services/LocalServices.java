package jp.kyosei.infra.services;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL and Keycloak for tests, from one place. Servers that {@code infra/test} started once for the whole run are
 * used where the environment names them ({@value #POSTGRES}, {@value #KEYCLOAK}); else this JVM starts its own, in the
 * way that {@link ServicesSwitch} tells, each at its first use, and stops them at its end.
 */
public final class LocalServices implements AutoCloseable {
    public static final String POSTGRES = "KYOSEI_TEST_JDBC_URL";
    public static final String KEYCLOAK = "KYOSEI_TEST_KEYCLOAK_URL";
    /** How that Keycloak reaches the application under test, see {@link Keycloak#applicationHost}. */
    public static final String APPLICATION_HOST = "KYOSEI_TEST_APPLICATION_HOST";

    private static final Logger LOG = LoggerFactory.getLogger(LocalServices.class);
    private static final String FOLDER = "kyosei-services-";
    private static final Duration LEFT_OVER = Duration.ofSeconds(10);

    private final ServicesSwitch where;
    private final Secrets secrets = Secrets.forTests();
    private @Nullable Path folder;
    private @Nullable Postgres postgres;
    private @Nullable Postgres keycloakDatabase;
    private @Nullable Keycloak keycloak;

    /** Services of one's own, to be closed; nothing is started yet. */
    public LocalServices(ServicesSwitch where) {
        this.where = where;
    }

    /** Those of this JVM, started at first use and stopped at its end. */
    public static LocalServices shared() {
        return Shared.INSTANCE;
    }

    public synchronized Postgres postgres() {
        Postgres running = postgres;
        if (running == null) {
            running = switch (where) {
                case CONTAINERS -> new PostgresContainer(secrets);
                case EMBEDDED ->
                    PostgresServer.fast(folder().resolve("postgres"), secrets, folder().resolve("postgres.log"));
            };
            postgres = running;
        }
        return running;
    }

    public synchronized Keycloak keycloak() {
        Keycloak running = keycloak;
        if (running == null) {
            running = switch (where) {
                case CONTAINERS -> new KeycloakContainer(secrets);
                case EMBEDDED -> embeddedKeycloak();
            };
            keycloak = running;
        }
        return running;
    }

    @Override
    public synchronized void close() {
        if (keycloak != null) {
            keycloak.close();
            keycloak = null;
        }
        if (keycloakDatabase != null) {
            keycloakDatabase.close();
            keycloakDatabase = null;
        }
        if (postgres != null) {
            postgres.close();
            postgres = null;
        }
        if (folder != null) {
            try {
                Cache.deleteTree(folder);
            } catch (IOException e) {
                LOG.warn("Cannot delete {}", folder, e);
            }
            folder = null;
        }
    }

    /** With a database server of its own, whose data directory is a copy of one made by an earlier first start. */
    private Keycloak embeddedKeycloak() {
        Path prepared = Cache.folder("keycloak-test-" + fingerprint(), LocalServices::startOnce);
        Path own = folder().resolve("keycloak-database");
        try {
            Cache.copyTree(prepared.resolve("postgres"), own.resolve("postgres"));
        } catch (IOException e) {
            throw new ServiceException("Cannot copy " + prepared, e);
        }
        keycloakDatabase = PostgresServer.fast(own.resolve("postgres"), secrets, own.resolve("postgres.log"));
        return startKeycloak(folder(), keycloakDatabase);
    }

    /** A first start makes Keycloak's tables and the realm, which takes two to three times as long as a later one. */
    private static void startOnce(Path folder) {
        LOG.info("Preparing Keycloak's database once");
        try (PostgresServer database = PostgresServer.fast(
                        folder.resolve("postgres"), Secrets.forTests(), folder.resolve("postgres.log"));
                Keycloak keycloak = startKeycloak(folder, database)) {
            LOG.info("Prepared {}", keycloak.issuer());
        }
    }

    private static Keycloak startKeycloak(Path folder, Postgres database) {
        return KeycloakServer.start(
                folder.resolve("keycloak"), database, FreePort.any(), FreePort.any(), folder.resolve("keycloak.log"));
    }

    private static String fingerprint() {
        String origin = String.join(
                "\n",
                RealmFile.DEMONSTRATION.content(),
                Cache.fromBuild("keycloak.version"),
                Cache.fromBuild("postgres.version"),
                System.getProperty("os.arch"));
        return UUID.nameUUIDFromBytes(origin.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private void use(@Nullable Postgres elsewhere) {
        postgres = elsewhere;
    }

    private void use(@Nullable Keycloak elsewhere) {
        keycloak = elsewhere;
    }

    private Path folder() {
        Path existing = folder;
        if (existing == null) {
            try {
                sweep();
                existing = Files.createTempDirectory(FOLDER);
                Files.writeString(
                        existing.resolve("jvm.pid"),
                        Long.toString(ProcessHandle.current().pid()));
            } catch (IOException e) {
                throw new ServiceException("Cannot make a temporary folder", e);
            }
            folder = existing;
        }
        return existing;
    }

    /** Stops and removes what killed JVMs left behind. */
    private static void sweep() throws IOException {
        List<Path> folders;
        try (Stream<Path> siblings = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            folders = siblings.filter(path -> path.getFileName().toString().startsWith(FOLDER))
                    .toList();
        }
        for (Path left : folders) {
            Path jvm = left.resolve("jvm.pid");
            if (!Files.isReadable(jvm) || !Files.isWritable(left)) {
                continue;
            }
            String pid = Files.readString(jvm).strip();
            if (!pid.isEmpty() && ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
                LOG.info("Removing {}, left by a killed JVM", left);
                ChildProcess.stopLeftOver("Keycloak", left.resolve("keycloak.pid"), LEFT_OVER);
                ChildProcess.stopLeftOver("PostgreSQL", left.resolve("keycloak-database/postgres.pid"), LEFT_OVER);
                ChildProcess.stopLeftOver("PostgreSQL", left.resolve("postgres.pid"), LEFT_OVER);
                Cache.deleteTree(left);
            }
        }
    }

    private static final class Shared {
        private static final LocalServices INSTANCE = start();

        private static LocalServices start() {
            boolean allElsewhere = System.getenv(POSTGRES) != null && System.getenv(KEYCLOAK) != null;
            LocalServices services =
                    new LocalServices(allElsewhere ? ServicesSwitch.EMBEDDED : ServicesSwitch.chosen());
            given(POSTGRES, address -> {
                URI server = URI.create(address.replaceFirst("^jdbc:", ""));
                services.use(new PostgresElsewhere(server.getHost(), server.getPort(), services.secrets));
            });
            String host = System.getenv().getOrDefault(APPLICATION_HOST, "localhost");
            given(
                    KEYCLOAK,
                    address -> services.use(new KeycloakElsewhere(URI.create(address), services.secrets, host)));
            Runtime.getRuntime().addShutdownHook(new Thread(services::close, "kyosei-services-stop"));
            return services;
        }

        private static void given(String name, Consumer<String> use) {
            String value = System.getenv(name);
            if (value != null && !value.isBlank()) {
                use.accept(value);
            }
        }
    }
}
