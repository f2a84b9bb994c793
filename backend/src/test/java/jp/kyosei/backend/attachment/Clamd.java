package jp.kyosei.backend.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The real scanner with one signature of our own: the test string that harms nobody. */
final class Clamd implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/clamd");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final int port;

    private Clamd(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    static Clamd start(Path directory) {
        try {
            int port = freePort();
            Path database = Files.createDirectories(directory.resolve("signatures"));
            String signature = HexFormat.of().formatHex(SampleFiles.testVirus().getBytes(StandardCharsets.US_ASCII));
            Files.writeString(database.resolve("kyosei.ndb"), "Kyosei.Test:0:*:" + signature + "\n");
            Path settings = Files.writeString(
                    directory.resolve("clamd.conf"), """
                            DatabaseDirectory %s
                            TCPAddr 127.0.0.1
                            TCPSocket %d
                            Foreground yes
                            LogFile %s
                            """.formatted(database, port, directory.resolve("clamd.log")));
            Process process = new ProcessBuilder(PROGRAM.toString(), "--config-file=" + settings)
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("clamd.out").toFile())
                    .start();
            Clamd clamd = new Clamd(process, port);
            clamd.awaitListening(directory);
            return clamd;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    private void awaitListening(Path directory) throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        while (process.isAlive() && Instant.now().isBefore(end)) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
                return;
            } catch (IOException notYet) {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
        close();
        throw new IllegalStateException("clamd did not start: " + Files.readString(directory.resolve("clamd.out")));
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
