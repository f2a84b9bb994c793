package jp.kyosei.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sends what no well-behaved client would: the request line and the headers as they stand here. */
public final class RawHttp {
    private static final int PATIENCE_MILLIS = 60_000;

    private RawHttp() {}

    /**
     * A request.
     *
     * @param headers each as {@code Name: value}
     */
    public record Sent(String method, String target, List<String> headers, String body) {
        public static Sent get(String target, String... headers) {
            return new Sent("GET", target, Arrays.asList(headers), "");
        }

        public static Sent post(String target, String type, String body) {
            return new Sent("POST", target, List.of("Content-Type: " + type), body);
        }

        public Sent with(String header) {
            return new Sent(
                    method,
                    target,
                    Stream.concat(headers.stream(), Stream.of(header)).toList(),
                    body);
        }

        /** Short enough for a message. */
        @Override
        public String toString() {
            String text = method + " " + target + " " + headers + " " + body;
            return text.length() > 150 ? text.substring(0, 150) + "…" : text;
        }
    }

    /** What came back. */
    public record Answer(int status, String text) {
        public boolean hasSession() {
            return text.contains("Set-Cookie: kyosei-session=");
        }

        /** The answer without its headers. */
        public String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }
    }

    public static Answer send(URI server, Sent sent) {
        byte[] body = sent.body().getBytes(StandardCharsets.UTF_8);
        String head = Stream.concat(
                        Stream.of(
                                sent.method() + " " + sent.target() + " HTTP/1.1",
                                "Host: " + server.getAuthority(),
                                "Connection: " + (isUpgrade(sent) ? "Upgrade" : "close")),
                        Stream.concat(
                                sent.headers().stream(),
                                body.length == 0 ? Stream.empty() : Stream.of("Content-Length: " + body.length)))
                .collect(Collectors.joining("\r\n", "", "\r\n\r\n"));
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(body);
            String text = isUpgrade(sent) ? firstPart(socket) : all(socket);
            return new Answer(Integer.parseInt(text.split(" ", 3)[1]), text);
        } catch (IOException e) {
            throw new UncheckedIOException(sent.toString(), e);
        }
    }

    private static boolean isUpgrade(Sent sent) {
        return sent.headers().stream().anyMatch(header -> header.startsWith("Upgrade:"));
    }

    private static String all(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** A socket that was refused may stay open for the next request. */
    private static String firstPart(Socket socket) throws IOException {
        byte[] buffer = new byte[4096];
        int length = Math.max(0, socket.getInputStream().read(buffer));
        return new String(buffer, 0, length, StandardCharsets.UTF_8);
    }
}
