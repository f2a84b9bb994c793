package jp.kyosei.backend.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class VirusScannerTest {
    private static final Duration PATIENCE = Duration.ofMillis(400);
    private static final byte[] LARGE = new byte[AttachmentService.MOST_BYTES];

    @Test
    void where_none_is_set_up_nothing_is_scanned() {
        assertThat(scanner("", 1).scan(SampleFiles.pdfWithTestVirus())).isEqualTo(new ScanResult.Clean());
    }

    @Test
    void a_closed_port_is_not_scanned() throws IOException {
        assertThat(scanner("127.0.0.1", Clamd.freePort()).scan(LARGE)).isEqualTo(new ScanResult.NotScanned());
    }

    @Test
    void a_host_without_address_is_not_scanned() {
        assertThat(scanner("clamav.invalid", 3310).scan(LARGE)).isEqualTo(new ScanResult.NotScanned());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, AttachmentService.MOST_BYTES})
    void one_that_neither_reads_nor_answers_is_waited_for_no_longer_than_allowed(int size) throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Instant start = Instant.now();
            assertThat(scanner("127.0.0.1", silent.getLocalPort()).scan(new byte[size]))
                    .isEqualTo(new ScanResult.NotScanned());
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0",
                "stream: OK",
                "OK\0",
                "stream: OK\n\0",
                "INSTREAM size limit exceeded. ERROR\0",
                "stream: Can't allocate memory ERROR\0",
                "UNKNOWN COMMAND\0",
                "HTTP/1.1 200 OK\r\n\r\n",
            })
    void whatever_is_no_clear_answer_is_not_scanned(String answer) throws Exception {
        assertThat(scannedBy(answer)).isEqualTo(new ScanResult.NotScanned());
    }

    @Test
    void an_answer_without_end_is_not_scanned() throws Exception {
        assertThat(scannedBy("stream: ".repeat(10_000))).isEqualTo(new ScanResult.NotScanned());
    }

    @Test
    void the_real_scanner_tells_what_is_harmful(@TempDir Path directory) {
        assumeTrue(Clamd.isInstalled(), "clamd is not installed here");
        try (Clamd clamd = Clamd.start(directory)) {
            VirusScanner scanner =
                    new VirusScanner(new ScannerSettings("127.0.0.1", clamd.port(), Duration.ofSeconds(60)));
            assertThat(scanner.scan(SampleFiles.pdf())).isEqualTo(new ScanResult.Clean());
            assertThat(scanner.scan(LARGE)).isEqualTo(new ScanResult.Clean());
            assertThat(scanner.scan(SampleFiles.pdfWithTestVirus()))
                    .isInstanceOfSatisfying(ScanResult.Infected.class, infected -> assertThat(infected.signature())
                            .startsWith("Kyosei.Test"));
            assertThat(scanner.scan(SampleFiles.docxWith(
                            "word/media/a.bin", SampleFiles.testVirus().getBytes(StandardCharsets.US_ASCII))))
                    .as("inside a Word file")
                    .isInstanceOf(ScanResult.Infected.class);
        }
    }

    private static VirusScanner scanner(String host, int port) {
        return new VirusScanner(new ScannerSettings(host, port, PATIENCE));
    }

    /** By one that reads everything, answers this and hangs up. */
    private static ScanResult scannedBy(String answer) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread answering = Thread.ofVirtual().start(() -> {
                try (Socket socket = server.accept()) {
                    // The command, one chunk of one byte with its length, and the end.
                    socket.getInputStream().readNBytes(10 + 4 + 1 + 4);
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    // The scanner has hung up first, which is what some of these answers are for.
                    return;
                }
            });
            ScanResult result = new VirusScanner(
                            new ScannerSettings("127.0.0.1", server.getLocalPort(), Duration.ofSeconds(20)))
                    .scan(new byte[1]);
            answering.join();
            return result;
        }
    }
}
