package jp.kyosei.backend.leaving.order;

import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kyosei.backend.leaving.content.OwnerArchive;
import jp.kyosei.backend.tenancy.TenantDoor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes ordered archives, one at a time in each replica. One that is dropped because its process died is made by another after a
 * while; one that fails is tried again, and then says so.
 */
@Singleton
public class ArchiveMaker {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveMaker.class);
    private static final Duration DROPPED_AFTER = Duration.ofMinutes(10);
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(1);
    private static final int MOST_ATTEMPTS = 5;
    private static final int PIECE = 1 << 20;

    private final ArchiveRepository repository;
    private final OwnerArchive archive;
    private final TenantDoor door;
    private final Clock clock;
    private final Duration kept;

    /** @param kept for how long an archive is kept after it was ordered */
    ArchiveMaker(
            ArchiveRepository repository,
            OwnerArchive archive,
            TenantDoor door,
            Clock clock,
            @Value("${kyosei.archives.kept:7d}") Duration kept) {
        this.repository = repository;
        this.archive = archive;
        this.door = door;
        this.clock = clock;
        this.kept = kept;
    }

    /** Not at once: the database may still be migrated. */
    @Scheduled(fixedDelay = "${kyosei.archives.interval:5s}", initialDelay = "${kyosei.archives.interval:5s}")
    void look() {
        try {
            while (makeNext()) {
                LOG.debug("an archive is made");
            }
            door.archivist(() -> repository.deleteOlder(clock.instant().minus(kept)));
        } catch (RuntimeException e) {
            LOG.warn("archives were not looked after: {}", e.toString());
        }
    }

    /** Makes the archive that waits for longest; false if none does. */
    public boolean makeNext() {
        Optional<ArchiveRepository.Claimed> next = door.archivist(
                () -> repository.claim(clock.instant(), clock.instant().plus(DROPPED_AFTER)));
        next.ifPresent(this::make);
        return next.isPresent();
    }

    private void make(ArchiveRepository.Claimed claimed) {
        try {
            Path work = Files.createTempDirectory("kyosei-archive");
            try {
                Path file = work.resolve("archive.zip");
                try (OutputStream out = Files.newOutputStream(file)) {
                    archive.write(claimed.owner(), out, work, (done, steps) -> tell(claimed, done, steps));
                }
                keep(claimed, file);
            } finally {
                delete(work);
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("an archive could not be made", e);
            String state = claimed.attempts() < MOST_ATTEMPTS ? "WAITING" : "FAILED";
            door.archivist(() -> {
                repository.putBack(
                        claimed,
                        state,
                        clock.instant().plus(AGAIN_AFTER),
                        e.getClass().getSimpleName());
                return true;
            });
        }
    }

    /** On a thread of its own, for this one reads in a snapshot that shows nobody how far it is. */
    private void tell(ArchiveRepository.Claimed claimed, int done, int steps) {
        Thread telling = Thread.ofVirtual()
                .name("archive-progress")
                .start(() -> door.archivist(() -> {
                    repository.progress(claimed, done, steps, clock.instant().plus(DROPPED_AFTER));
                    return true;
                }));
        try {
            telling.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while an archive was being made", e);
        }
    }

    private void keep(ArchiveRepository.Claimed claimed, Path file) throws IOException {
        MessageDigest digest = sha256();
        long size = Files.size(file);
        try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
            door.archivist(() -> {
                repository.deletePieces(claimed);
                try {
                    int number = 0;
                    byte[] piece = content.readNBytes(PIECE);
                    while (piece.length > 0) {
                        repository.insertPiece(claimed, number, piece);
                        number++;
                        piece = content.readNBytes(PIECE);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException("an archive could not be read again", e);
                }
                if (!repository.ready(claimed, size, HexFormat.of().formatHex(digest.digest()), clock.instant())) {
                    throw new IllegalStateException("an archive was overtaken by another attempt");
                }
                return true;
            });
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
