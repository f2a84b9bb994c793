package jp.kyosei.infra.services;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import java.util.Set;

/**
 * The passwords that belong to one data directory.
 *
 * @param superuser PostgreSQL's superuser
 * @param owner role that owns the schema
 * @param application role of the running application
 * @param keycloak role of Keycloak in its own database
 * @param administrator Keycloak's user {@code admin} in the realm {@code master}
 * @param client secret of the confidential client {@code kyosei}
 * @param accounts secret of the client {@code kyosei-accounts}, by which the application makes accounts
 */
public record Secrets(
        String superuser,
        String owner,
        String application,
        String keycloak,
        String administrator,
        String client,
        String accounts) {

    private static final String ACCOUNTS = "keycloak.accounts";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    /** Fixed, for servers on the loopback address that live no longer than a test run. */
    public static Secrets forTests() {
        return new Secrets(
                "test-superuser",
                "test-owner",
                "test-app",
                "test-keycloak",
                "test-admin",
                "test-client",
                "test-accounts");
    }

    /** Those of the file; written with random ones, readable by its owner alone, if there is no such file. */
    public static Secrets of(Path file) {
        try {
            if (!Files.exists(file)) {
                write(file);
            }
            Properties properties = read(file);
            if (properties.getProperty(ACCOUNTS) == null) {
                // Of before there were accounts.
                Files.writeString(file, "%s=%s%n".formatted(ACCOUNTS, random()), StandardOpenOption.APPEND);
                properties = read(file);
            }
            return new Secrets(
                    property(properties, file, "postgres.superuser"),
                    property(properties, file, "postgres.owner"),
                    property(properties, file, "postgres.application"),
                    property(properties, file, "postgres.keycloak"),
                    property(properties, file, "keycloak.administrator"),
                    property(properties, file, "keycloak.client"),
                    property(properties, file, ACCOUNTS));
        } catch (IOException e) {
            throw new ServiceException("Cannot read or write the passwords in " + file, e);
        }
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    /** Never shows a password. */
    @Override
    public String toString() {
        return "Secrets[…]";
    }

    private static void write(Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try (Writer writer = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
            writer.write("""
                    # Made at random by the first start on this data directory. Keep it with the data: without it nobody gets in.
                    postgres.superuser=%s
                    postgres.owner=%s
                    postgres.application=%s
                    postgres.keycloak=%s
                    keycloak.administrator=%s
                    keycloak.client=%s
                    """.formatted(random(), random(), random(), random(), random(), random()));
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    static String random() {
        byte[] bytes = new byte[20];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String property(Properties properties, Path file, String key) {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new ServiceException("%s has no %s".formatted(file, key));
        }
        return value;
    }
}
