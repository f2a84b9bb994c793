package jp.kyosei.backend.api.web;

import io.micronaut.core.io.Writable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Answers with a file that is to be saved; sent with its length, which some proxies ask for. */
public final class Downloads {
    private Downloads() {}

    /**
     * @param name in any letters, with its ending
     * @param plainName the same of letters, digits and hyphens only, for programs that know no others
     */
    public static HttpResponse<byte[]> response(String name, String plainName, String contentType, byte[] bytes) {
        return HttpResponse.ok(bytes)
                .contentType(MediaType.of(contentType))
                .contentLength(bytes.length)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(name, plainName))
                .header(HttpHeaders.CACHE_CONTROL, KeptNowhere.PRIVATE);
    }

    /** The same for a file that is larger than what should be in memory: sent as it is read. */
    public static HttpResponse<Writable> streamed(
            String name, String plainName, String contentType, long size, SendsTo content) {
        MutableHttpResponse<Writable> response = HttpResponse.ok(new Streamed(content));
        return response.contentType(MediaType.of(contentType))
                .contentLength(size)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(name, plainName))
                .header(HttpHeaders.CACHE_CONTROL, KeptNowhere.PRIVATE);
    }

    /** What sends itself piece by piece. */
    @FunctionalInterface
    public interface SendsTo {
        void sendTo(OutputStream out) throws IOException;
    }

    private record Streamed(SendsTo content) implements Writable {
        @Override
        public void writeTo(Writer out) throws IOException {
            throw new IOException("a file is no text");
        }

        @Override
        public void writeTo(OutputStream out, @Nullable Charset charset) throws IOException {
            content.sendTo(out);
        }
    }

    private static String disposition(String name, String plainName) {
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(plainName, encoded(name));
    }

    /** Any name, by RFC 8187; the encoder writes forms, in which a space is a plus. */
    public static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
