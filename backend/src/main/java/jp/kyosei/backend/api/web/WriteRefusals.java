package jp.kyosei.backend.api.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;

/** Problems of writes that came too late or to the wrong place. */
public final class WriteRefusals {
    private WriteRefusals() {}

    /**
     * Somebody else was faster.
     *
     * @param there what is stored now, and by whom
     */
    public static MutableHttpResponse<Problem> stale(HttpRequest<?> request, long version, String there) {
        return Problem.response(
                        request,
                        HttpStatus.PRECONDITION_FAILED,
                        "stale",
                        "ほかの人が先に変更しました",
                        "いまは %s が保存されています。確かめてから、新しい ETag を If-Match に付けて送り直してください。".formatted(there))
                .header(HttpHeaders.ETAG, Precondition.tag(version));
    }

    /** The state of the thing allows no change. */
    public static MutableHttpResponse<Problem> locked(HttpRequest<?> request, String message, long version) {
        return Problem.response(request, HttpStatus.CONFLICT, "locked", "いまは変更できません", message)
                .header(HttpHeaders.ETAG, Precondition.tag(version));
    }

    /** The caller may not change it. */
    public static MutableHttpResponse<Problem> forbidden(HttpRequest<?> request, String message) {
        return Problem.response(request, HttpStatus.FORBIDDEN, "forbidden", "この操作はできません", message);
    }
}
