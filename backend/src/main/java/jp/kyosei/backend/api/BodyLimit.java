package jp.kyosei.backend.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import jp.kyosei.backend.attachment.AttachmentService;
import jp.kyosei.backend.sheet.SheetReader;
import org.jspecify.annotations.Nullable;

/** Refuses a body that is far larger than anything the contract describes, before it is read; uploads have limits of their own. */
@ServerFilter("/api/**")
final class BodyLimit {
    private static final long MOST_BYTES = 2L * 1024 * 1024;

    /** The file with what stands around it in a multipart body. */
    private static final long MOST_WITH_FILE = AttachmentService.MOST_BYTES + 64L * 1024;

    private static final long MOST_WITH_SHEETS = SheetReader.MOST_BYTES + 64L * 1024;

    private static final String TOO_LARGE = "too-large";
    private static final String TOO_LARGE_TITLE = "送られたデータが大きすぎます";

    @RequestFilter
    @Nullable
    HttpResponse<?> refuse(HttpRequest<?> request) {
        boolean upload = request.getContentType()
                .filter(MediaType.MULTIPART_FORM_DATA_TYPE::matches)
                .isPresent();
        if (upload) {
            return request.getPath().endsWith("/attachments")
                    ? refuseFile(request, MOST_WITH_FILE, AttachmentService.TOO_LARGE)
                    : refuseFile(request, MOST_WITH_SHEETS, "ファイルは 20 MB までです。要らないシートや画像を除いて保存し直してください。");
        }
        return request.getContentLength() <= MOST_BYTES
                ? null
                : Problem.response(
                        request,
                        HttpStatus.REQUEST_ENTITY_TOO_LARGE,
                        TOO_LARGE,
                        TOO_LARGE_TITLE,
                        "本文は 2 MB までです。小さく分けて送ってください。");
    }

    private static @Nullable HttpResponse<?> refuseFile(HttpRequest<?> request, long most, String message) {
        if (request.getContentLength() < 0) {
            return Problem.response(
                    request,
                    HttpStatus.LENGTH_REQUIRED,
                    "length-required",
                    "Content-Length が必要です",
                    "ファイルは、長さを Content-Length で示して送ってください。");
        }
        return request.getContentLength() <= most
                ? null
                : Problem.response(request, HttpStatus.REQUEST_ENTITY_TOO_LARGE, TOO_LARGE, TOO_LARGE_TITLE, message);
    }
}
