package jp.kyosei.infra.services;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keycloak's own distribution in the {@link Cache}: unpacked and built (augmented) for PostgreSQL once per version, then
 * started optimised from every home that links to it.
 */
final class KeycloakDistribution {
    private static final Logger LOG = LoggerFactory.getLogger(KeycloakDistribution.class);

    private KeycloakDistribution() {}

    /** Makes {@code home} one that Keycloak can be started from: its program, and links to all that is shared. */
    static void layOut(Path home) throws IOException {
        Path distribution = Cache.folder("keycloak-" + version(), KeycloakDistribution::unpackAndBuild);
        Files.createDirectories(home.resolve("bin"));
        Files.copy(
                distribution.resolve("bin/kc.sh"),
                program(home),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        for (String part : List.of("lib", "conf", "providers")) {
            Path link = home.resolve(part);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, distribution.resolve(part));
        }
    }

    static Path program(Path home) {
        return home.resolve("bin/kc.sh");
    }

    static String version() {
        return Cache.fromBuild("keycloak.version");
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
