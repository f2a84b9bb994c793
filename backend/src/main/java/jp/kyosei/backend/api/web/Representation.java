package jp.kyosei.backend.api.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Answers a read with its ETag, and 304 where the client already has the same. */
@Singleton
public final class Representation {
    private static final int ETAG_BYTES = 12;

    private final ObjectMapper json;

    Representation(ObjectMapper json) {
        this.json = json;
    }

    /** The body is private to the caller: caches must ask again each time. */
    public HttpResponse<byte[]> of(HttpRequest<?> request, Object body) {
        byte[] bytes = bytes(body);
        String tag = tag(bytes);
        boolean unchanged =
                request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH).stream().anyMatch(known -> known.contains(tag));
        if (unchanged) {
            return HttpResponse.<byte[]>notModified()
                    .header(HttpHeaders.ETAG, tag)
                    .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        }
        return HttpResponse.ok(bytes)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }

    /** A thing that is written by version: its ETag is the one that a write names. */
    public HttpResponse<byte[]> versioned(Object body, long version) {
        return HttpResponse.ok(bytes(body))
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, Precondition.tag(version))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }

    private byte[] bytes(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException("a representation could not be written", e);
        }
    }

    private static String tag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return '"'
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, ETAG_BYTES))
                    + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
