package jp.kyosei.infra.services;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Folder of things unpacked once and used by every start: {@code KYOSEI_CACHE}, by default {@code ~/.cache/kyosei}.
 * It may be deleted at any time when nothing runs.
 */
final class Cache {
    private static final Object WITHIN_THIS_JVM = new Object();

    private Cache() {}

    /** Writes the content of a folder that is not there yet. */
    interface Filler {
        void fill(Path folder) throws IOException, InterruptedException;
    }

    static Path directory() {
        String chosen = System.getenv("KYOSEI_CACHE");
        return chosen == null || chosen.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "kyosei")
                : Path.of(chosen).toAbsolutePath();
    }

    /** The named folder, complete: filled beside its place under a lock and then renamed. */
    static Path folder(String name, Filler filler) {
        Path folder = directory().resolve(name);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        synchronized (WITHIN_THIS_JVM) {
            try {
                Files.createDirectories(directory());
                try (FileChannel channel = FileChannel.open(
                                directory().resolve(name + ".lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    if (lock.isValid() && !Files.isDirectory(folder)) {
                        Path draft = directory().resolve(name + ".new");
                        deleteTree(draft);
                        Files.createDirectories(draft);
                        filler.fill(draft);
                        Files.move(draft, folder);
                    }
                }
                return folder;
            } catch (IOException e) {
                throw new ServiceException("Cannot prepare " + folder, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ServiceException("Interrupted while preparing " + folder, e);
            }
        }
    }

    /** What the build wrote into {@code services.properties}. */
    static String fromBuild(String key) {
        Properties properties = new Properties();
        try (InputStream resource = Cache.class.getResourceAsStream("services.properties")) {
            if (resource == null) {
                throw new ServiceException("services.properties is missing: build infra/services with Maven");
            }
            properties.load(resource);
        } catch (IOException e) {
            throw new ServiceException("Cannot read services.properties", e);
        }
        String value = properties.getProperty(key);
        if (value == null || value.startsWith("${")) {
            throw new ServiceException("services.properties has no " + key + ": build infra/services with Maven");
        }
        return value;
    }

    /** Copies a folder with the permissions of its files; {@code to} must not exist. */
    static void copyTree(Path from, Path to) throws IOException {
        Files.createDirectories(to.toAbsolutePath().getParent());
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(from)) {
            paths = walk.toList();
        }
        for (Path path : paths) {
            Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }
}
