package jp.kyosei.backend.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;

/** Problems of writes that came too late or to the wrong place. */
final class Refusals {
    private Refusals() {}

    /**
     * Somebody else was faster.
     *
     * @param there what is stored now, and by whom
     */
    static MutableHttpResponse<Problem> stale(HttpRequest<?> request, long version, String there) {
        return Problem.response(
                        request,
                        HttpStatus.PRECONDITION_FAILED,
                        "stale",
                        "ほかの人が先に変更しました",
                        "いまは %s が保存されています。確かめてから、新しい ETag を If-Match に付けて送り直してください。".formatted(there))
                .header(HttpHeaders.ETAG, Precondition.tag(version));
    }

    static MutableHttpResponse<Problem> locked(HttpRequest<?> request, String message, long version) {
        return Problem.response(request, HttpStatus.CONFLICT, "locked", "いまは変更できません", message)
                .header(HttpHeaders.ETAG, Precondition.tag(version));
    }

    static MutableHttpResponse<Problem> forbidden(HttpRequest<?> request, String message) {
        return Problem.response(request, HttpStatus.FORBIDDEN, "forbidden", "この操作はできません", message);
    }
}
