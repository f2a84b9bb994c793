package jp.kyosei.infra.services;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A data directory in use by this JVM, and by no other. */
public final class DataDirectory implements AutoCloseable {
    private static final long LONG_LOG = 10_000_000;

    private final Path path;
    private final FileChannel channel;

    private DataDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Takes the directory, made if need be; refused while another process has it. */
    public static DataDirectory take(Path path) {
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path);
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            }
            Files.createDirectories(path.resolve("logs"));
            FileChannel channel =
                    FileChannel.open(path.resolve("kyosei.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new ServiceException(
                        "Kyosei already runs on %s (see %s); stop it with infra/stop --data %s, or give another --data and --port. このデータの場所では既に起動しています。"
                                .formatted(path, path.resolve("kyosei.pid"), path));
            }
            Files.writeString(
                    path.resolve("kyosei.pid"), ProcessHandle.current().pid() + "\n");
            turnOver(path.resolve("logs"));
            return new DataDirectory(path, channel);
        } catch (IOException e) {
            throw new ServiceException("Cannot use the data directory " + path, e);
        }
    }

    private static void turnOver(Path logs) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(logs, "*.log")) {
            for (Path log : files) {
                if (Files.size(log) > LONG_LOG) {
                    Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    public Path path(String name) {
        return path.resolve(name);
    }

    /** A folder within the directory, made if need be. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException e) {
            throw new ServiceException("Cannot write into " + path, e);
        }
    }

    public Path log(String name) {
        return path.resolve("logs").resolve(name + ".log");
    }

    /** Tells the scripts that everything is ready. */
    public void announce(String text) {
        try {
            Path draft = path.resolve("kyosei.ready.new");
            Files.writeString(draft, text);
            Files.move(draft, path.resolve("kyosei.ready"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new ServiceException("Cannot write into " + path, e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path.resolve("kyosei.ready"));
            Files.deleteIfExists(path.resolve("kyosei.pid"));
            channel.close();
        } catch (IOException e) {
            throw new ServiceException("Cannot release the data directory " + path, e);
        }
    }
}
