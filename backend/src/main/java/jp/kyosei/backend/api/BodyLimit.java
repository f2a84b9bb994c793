package jp.kyosei.backend.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;

/** Refuses a body that is far larger than anything the contract describes, before it is read; uploads have limits of their own. */
@ServerFilter("/api/**")
final class BodyLimit {
    private static final long MOST_BYTES = 2L * 1024 * 1024;

    @RequestFilter
    @Nullable
    HttpResponse<?> refuse(HttpRequest<?> request) {
        boolean upload = request.getContentType()
                .filter(MediaType.MULTIPART_FORM_DATA_TYPE::matches)
                .isPresent();
        return upload || request.getContentLength() <= MOST_BYTES
                ? null
                : Problem.response(
                        request,
                        HttpStatus.REQUEST_ENTITY_TOO_LARGE,
                        "too-large",
                        "送られたデータが大きすぎます",
                        "本文は 2 MB までです。小さく分けて送ってください。");
    }
}
