package jp.kyosei.ui.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import jp.kyosei.ui.RunningKyosei;

/** What comes back for an address that no client of good manners would send. */
public record RawAnswer(int status, String text) {
    public static RawAnswer of(String method, String path, String token, byte[] body) {
        URI url = RunningKyosei.get().url();
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(60_000);
            String head = """
                    %s %s HTTP/1.1\r
                    Host: %s:%d\r
                    Authorization: Bearer %s\r
                    Accept: */*\r
                    If-Match: *\r
                    Content-Type: application/json\r
                    Content-Length: %d\r
                    Connection: close\r
                    \r
                    """.formatted(method, path, url.getHost(), url.getPort(), token, body.length);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int space = answer.indexOf(' ');
            return new RawAnswer(space < 0 ? 0 : Integer.parseInt(answer.substring(space + 1, space + 4)), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
