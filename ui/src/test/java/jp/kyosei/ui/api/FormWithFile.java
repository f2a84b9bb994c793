package jp.kyosei.ui.api;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A form with one file, as a browser sends it. */
public final class FormWithFile {
    private static final String BOUNDARY = "kyosei-boundary";

    public static final String CONTENT_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private final byte[] body;

    /**
     * Puts the form together.
     *
     * @param type what the sender says the file is
     */
    public FormWithFile(Map<String, String> fields, String fileName, String type, byte[] file) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        fields.forEach((name, value) -> written.writeBytes(utf8(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, name, value))));
        written.writeBytes(utf8("""
                --%s\r
                Content-Disposition: form-data; name="file"; filename="%s"\r
                Content-Type: %s\r
                \r
                """.formatted(BOUNDARY, fileName, type)));
        written.writeBytes(file);
        written.writeBytes(utf8("\r\n--%s--\r\n".formatted(BOUNDARY)));
        body = written.toByteArray();
    }

    public byte[] body() {
        return body.clone();
    }

    public HttpRequest.Builder postedBy(HttpRequest.Builder request) {
        return request.header("Content-Type", CONTENT_TYPE).POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
