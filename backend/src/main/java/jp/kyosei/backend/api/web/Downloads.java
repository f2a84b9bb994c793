package jp.kyosei.backend.api.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

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
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(plainName, encoded(name)))
                .header(HttpHeaders.CACHE_CONTROL, KeptNowhere.PRIVATE);
    }

    /** Any name, by RFC 8187; the encoder writes forms, in which a space is a plus. */
    public static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
