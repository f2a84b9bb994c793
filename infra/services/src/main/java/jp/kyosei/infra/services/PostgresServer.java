package jp.kyosei.infra.services;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL as a child process on the loopback address, from zonky's binaries. Passwords (SCRAM) are asked of
 * everyone, there is no Unix socket. A server that an earlier, killed JVM left on the data directory is stopped first.
 */
public final class PostgresServer implements Postgres {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final String HOST = "127.0.0.1";
    private static final Duration STOP = Duration.ofSeconds(10);

    private final Path data;
    private final int port;
    private final Secrets secrets;
    private final Path log;
    private final boolean durable;
    private ChildProcess process;

    private PostgresServer(Path data, int port, Secrets secrets, Path log, boolean durable) {
        this.data = data;
        this.port = port;
        this.secrets = secrets;
        this.log = log;
        this.durable = durable;
        this.process = launch();
    }

    /** A server that loses no acknowledged transaction, on a directory that is kept. */
    public static PostgresServer durable(Path data, int port, Secrets secrets, Path log) {
        return new PostgresServer(data.toAbsolutePath(), port, secrets, log, true);
    }

    /** A server for tests: fast, its data worth nothing after a crash. */
    static PostgresServer fast(Path data, Secrets secrets, Path log) {
        return new PostgresServer(data.toAbsolutePath(), FreePort.any(), secrets, log, false);
    }

    @Override
    public String host() {
        return HOST;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Secrets secrets() {
        return secrets;
    }

    public synchronized boolean alive() {
        return process.alive();
    }

    /** Starts the server again on the same directory and port after it died. */
    public synchronized void restart() {
        close();
        process = launch();
    }

    @Override
    public synchronized void close() {
        stop();
        process.stop(STOP);
    }

    private ChildProcess launch() {
        long start = System.nanoTime();
        Path binaries = binaries();
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(binaries);
        }
        checkVersion();
        stop();
        List<String> command = new ArrayList<>(asOrdinaryUser());
        command.addAll(List.of(binaries.resolve("bin/postgres").toString(), "-D", data.toString()));
        settings().forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
        ChildProcess launched = ChildProcess.start(
                "PostgreSQL", command, Map.of("LC_ALL", "C.UTF-8"), data, log, data.resolveSibling("postgres.pid"));
        launched.await(this::answers);
        LOG.info(
                "PostgreSQL {} ready on port {} after {} ms", version(), port, (System.nanoTime() - start) / 1_000_000);
        return launched;
    }

    private Map<String, String> settings() {
        String safe = durable ? "on" : "off";
        return Map.of(
                "listen_addresses",
                HOST,
                "port",
                Integer.toString(port),
                "unix_socket_directories",
                "",
                "max_connections",
                "200",
                "fsync",
                safe,
                "synchronous_commit",
                safe,
                "full_page_writes",
                safe,
                "timezone",
                "UTC",
                "log_timezone",
                "UTC");
    }

    private boolean answers() {
        try (Connection connection = connectAsSuperuser(SUPERUSER)) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private void initialise(Path binaries) {
        try {
            Files.createDirectories(
                    data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path password = Files.createTempFile("kyosei", ".pw");
            try {
                Files.writeString(password, secrets.superuser());
                run(List.of(
                        binaries.resolve("bin/initdb").toString(),
                        "--pgdata=" + data,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C.UTF-8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        durable ? "--data-checksums" : "--no-sync"));
            } finally {
                Files.delete(password);
            }
        } catch (IOException e) {
            throw new ServiceException("Cannot initialise PostgreSQL's data directory " + data, e);
        }
    }

    private void checkVersion() {
        try {
            String found = Files.readString(data.resolve("PG_VERSION")).strip();
            if (!version().startsWith(found + ".")) {
                throw new ServiceException(
                        "%s was written by PostgreSQL %s, the program is %s: dump and restore it first"
                                .formatted(data, found, version()));
            }
        } catch (IOException e) {
            throw new ServiceException("Cannot read the version of " + data, e);
        }
    }

    /** Stops whatever server runs on the data directory: ours, or one left over. */
    private void stop() {
        Path control = binaries().resolve("bin/pg_ctl");
        if (Files.exists(data.resolve("postmaster.pid"))
                && exitCode(List.of(control.toString(), "-D", data.toString(), "status")) == 0) {
            run(List.of(control.toString(), "-D", data.toString(), "stop", "-m", "fast", "-w", "-t", "60"));
        }
    }

    private void run(List<String> command) {
        int code = exitCode(command);
        if (code != 0) {
            throw new ServiceException("%s ended with %d; see %s".formatted(String.join(" ", command), code, log));
        }
    }

    private int exitCode(List<String> command) {
        List<String> line = new ArrayList<>(asOrdinaryUser());
        line.addAll(command);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            return new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new ServiceException("Cannot run " + String.join(" ", line), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException("Interrupted", e);
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it does not see that it is. */
    private static List<String> asOrdinaryUser() {
        return System.getProperty("user.name").equals("root") ? List.of("unshare", "--user") : List.of();
    }

    private static String version() {
        return Cache.fromBuild("postgres.version");
    }

    private static Path binaries() {
        String architecture = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String archive =
                switch (architecture) {
                    case "amd64", "x86_64" -> "/postgres-linux-x86_64.txz";
                    case "aarch64", "arm64" -> "/postgres-linux-arm_64.txz";
                    default ->
                        throw new ServiceException(
                                "No PostgreSQL binaries for " + architecture + ": set KYOSEI_SERVICES=containers");
                };
        return Cache.folder("postgres-" + version() + "-" + architecture, folder -> unpack(archive, folder));
    }

    private static void unpack(String archive, Path folder) throws IOException {
        try (InputStream resource = PostgresServer.class.getResourceAsStream(archive)) {
            if (resource == null) {
                throw new ServiceException("The artifact with " + archive + " is not on the class path");
            }
            try (TarArchiveInputStream tar =
                    new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(resource)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    Path target = folder.resolve(entry.getName()).normalize();
                    if (!target.startsWith(folder)) {
                        throw new IOException("Entry outside of the archive: " + entry.getName());
                    }
                    if (entry.isDirectory()) {
                        Files.createDirectories(target);
                    } else if (entry.isSymbolicLink()) {
                        Files.createDirectories(target.getParent());
                        Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                    } else {
                        Files.createDirectories(target.getParent());
                        Files.copy(tar, target);
                        boolean program = (entry.getMode() & 0b001_000_000) != 0;
                        Files.setPosixFilePermissions(
                                target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
                    }
                }
            }
        }
    }
}
