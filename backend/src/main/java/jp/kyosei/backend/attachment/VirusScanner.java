package jp.kyosei.backend.attachment;

import jakarta.inject.Singleton;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has clamd look at a content, by its command INSTREAM. Whatever is not a clear answer counts as not scanned: who calls
 * takes nothing then.
 */
@Singleton
class VirusScanner {
    private static final Logger LOG = LoggerFactory.getLogger(VirusScanner.class);
    /** The leading z says that commands and answers end with NUL. */
    private static final String COMMAND = "zINSTREAM\0";

    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 1_000;
    private static final String CLEAN = "stream: OK";
    private static final String STREAM = "stream: ";
    private static final String FOUND = " FOUND";

    private final ScannerSettings settings;

    VirusScanner(ScannerSettings settings) {
        this.settings = settings;
        if (!settings.isSetUp()) {
            LOG.info("no virus scanner is set up (KYOSEI_CLAMAV_HOST): attachments are not scanned");
        }
    }

    ScanResult scan(byte[] content) {
        if (!settings.isSetUp()) {
            return new ScanResult.Clean();
        }
        try {
            return result(ask(content));
        } catch (IOException e) {
            LOG.warn("clamd at {}:{} did not scan: {}", settings.host(), settings.port(), e.toString());
            return new ScanResult.NotScanned();
        }
    }

    private static ScanResult result(String answer) {
        if (answer.equals(CLEAN)) {
            return new ScanResult.Clean();
        }
        if (answer.startsWith(STREAM) && answer.endsWith(FOUND)) {
            return new ScanResult.Infected(answer.substring(STREAM.length(), answer.length() - FOUND.length()));
        }
        LOG.warn("clamd answered: {}", answer);
        return new ScanResult.NotScanned();
    }

    private String ask(byte[] content) throws IOException {
        long millis = settings.patience().toMillis();
        try (Socket socket = new Socket()) {
            // Only reading has a time-out of its own; closed from outside, writing ends as well.
            Executor later = CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS);
            CompletableFuture<Void> deadline = CompletableFuture.runAsync(() -> close(socket), later);
            try {
                socket.connect(new InetSocketAddress(settings.host(), settings.port()), (int) millis);
                send(socket, content);
                return answer(socket);
            } finally {
                deadline.cancel(false);
            }
        }
    }

    private static void send(Socket socket, byte[] content) throws IOException {
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        out.write(COMMAND.getBytes(StandardCharsets.US_ASCII));
        for (int at = 0; at < content.length; at += CHUNK) {
            int length = Math.min(CHUNK, content.length - at);
            out.writeInt(length);
            out.write(content, at, length);
        }
        out.writeInt(0);
        out.flush();
    }

    /** Up to the NUL; without it the answer was cut off and is none. */
    private static String answer(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder answer = new StringBuilder();
        for (int letter = in.read(); letter != 0; letter = in.read()) {
            if (letter < 0 || answer.length() > LONGEST_ANSWER) {
                throw new IOException("no whole answer: " + answer);
            }
            answer.append((char) letter);
        }
        return answer.toString();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
