package jp.kyosei.backend.publishing.open;

import io.micronaut.context.annotation.Value;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import jp.kyosei.backend.publishing.open.edition.Head;
import jp.kyosei.backend.publishing.open.edition.Outline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publications beside the database: on disk, where this replica is given a place, so that one that starts while the
 * database is away has something to show; their further files in memory where it is not.
 */
@Singleton
final class Copies {
    private static final Logger LOG = LoggerFactory.getLogger(Copies.class);
    private static final String ENDING = ".json";

    private final Documents documents;
    private final Optional<Path> folder;
    private final Map<String, byte[]> filesInMemory = new ConcurrentHashMap<>();

    Copies(Documents documents, @Value("${kyosei.publishing.copy-directory:}") String directory) {
        this.documents = documents;
        this.folder = directory.isBlank() ? Optional.empty() : prepared(Path.of(directory));
    }

    /** A publication on disk. */
    @Serdeable
    record Copy(Head head, String packed) {}

    /** What an earlier process left; a copy that cannot be read is left out. */
    List<Volume> kept() {
        List<Volume> found = new ArrayList<>();
        folder.ifPresent(path -> {
            for (Path file : list(path)) {
                try {
                    Copy copy = documents.read(Files.readAllBytes(file), Copy.class);
                    byte[] packed = Base64.getDecoder().decode(copy.packed());
                    found.add(new Volume(copy.head(), Outline.of(documents.unpack(packed)), packed));
                } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
                    LOG.warn("the copy {} cannot be read; it is read from the database instead", file, e);
                }
            }
        });
        return found;
    }

    void keep(Volume volume, Map<String, byte[]> files) {
        UUID id = volume.head().id();
        files.forEach((name, content) -> {
            if (!write(fileName(id, name), content)) {
                filesInMemory.put(fileName(id, name), content);
            }
        });
        if (folder.isPresent()) {
            write(
                    id + ENDING,
                    documents.write(new Copy(volume.head(), Base64.getEncoder().encodeToString(volume.packed()))));
        }
    }

    /** A further file of a publication. */
    Optional<byte[]> file(UUID id, String name) {
        byte[] inMemory = filesInMemory.get(fileName(id, name));
        if (inMemory != null) {
            return Optional.of(inMemory);
        }
        return folder.map(path -> path.resolve(fileName(id, name)))
                .filter(Files::exists)
                .flatMap(file -> {
                    try {
                        return Optional.of(Files.readAllBytes(file));
                    } catch (IOException e) {
                        LOG.warn("the copy {} cannot be read", file, e);
                        return Optional.empty();
                    }
                });
    }

    /** Removes what is not in force any longer. */
    void keepOnly(Set<UUID> inForce) {
        Set<String> ids = inForce.stream().map(UUID::toString).collect(Collectors.toSet());
        filesInMemory.keySet().removeIf(name -> !ids.contains(idOf(name)));
        folder.ifPresent(path -> {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
                for (Path file : files) {
                    if (!ids.contains(idOf(file.getFileName().toString()))) {
                        Files.deleteIfExists(file);
                    }
                }
            } catch (IOException e) {
                LOG.warn("copies of what is no longer published could not be removed from {}", path, e);
            }
        });
    }

    private static String fileName(UUID id, String name) {
        return id + "_" + name;
    }

    private static String idOf(String fileName) {
        return fileName.split("[_.]", 2)[0];
    }

    private boolean write(String name, byte[] content) {
        if (folder.isEmpty()) {
            return false;
        }
        Path draft = folder.get().resolve(name + ".new");
        try {
            Files.write(draft, content);
            Files.move(draft, folder.get().resolve(name), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            LOG.warn("no copy of what is published could be written to {}", draft, e);
            return false;
        }
    }

    private static List<Path> list(Path folder) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            files.forEach(found::add);
        } catch (IOException e) {
            LOG.warn("the copies in {} cannot be listed", folder, e);
        }
        return found;
    }

    private static Optional<Path> prepared(Path folder) {
        try {
            Files.createDirectories(folder);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            return Optional.of(folder);
        } catch (IOException e) {
            LOG.warn("kyosei.publishing.copy-directory {} cannot be used; nothing is copied", folder, e);
            return Optional.empty();
        }
    }
}
