package jp.kyosei.backend.api.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import jp.kyosei.backend.digest.Sha256;
import jp.kyosei.backend.json.Json;

/** Answers a read with its ETag, and 304 where the client already has the same. */
@Singleton
public final class Representation {
    private static final int ETAG_BYTES = 12;

    private final Json json;

    Representation(Json json) {
        this.json = json;
    }

    /** The body is private to the caller: nothing between keeps it. A program that keeps it itself may name its tag. */
    public HttpResponse<byte[]> of(HttpRequest<?> request, Object body) {
        byte[] bytes = json.bytes(body);
        String tag = tag(bytes);
        boolean unchanged =
                request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH).stream().anyMatch(known -> known.contains(tag));
        if (unchanged) {
            return HttpResponse.<byte[]>notModified()
                    .header(HttpHeaders.ETAG, tag)
                    .header(HttpHeaders.CACHE_CONTROL, KeptNowhere.PRIVATE);
        }
        return HttpResponse.ok(bytes)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, KeptNowhere.PRIVATE);
    }

    /** A thing that is written by version: its ETag is the one that a write names. */
    public HttpResponse<byte[]> versioned(Object body, long version) {
        return HttpResponse.ok(json.bytes(body))
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, Precondition.tag(version))
                .header(HttpHeaders.CACHE_CONTROL, KeptNowhere.PRIVATE);
    }

    /** The same of a thing that was made just now. */
    public HttpResponse<byte[]> created(Object body, long version) {
        return HttpResponse.created(json.bytes(body))
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, Precondition.tag(version))
                .header(HttpHeaders.CACHE_CONTROL, KeptNowhere.PRIVATE);
    }

    private static String tag(byte[] bytes) {
        return '"' + Sha256.of(bytes).base64Url(ETAG_BYTES) + '"';
    }
}
