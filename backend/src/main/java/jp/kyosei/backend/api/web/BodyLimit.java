package jp.kyosei.backend.api.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import jp.kyosei.backend.attachment.AttachmentService;
import jp.kyosei.backend.sheet.reading.SheetReader;

/** Refuses a body that is far larger than anything the contract describes, before it is read; uploads have limits of their own. */
@ServerFilter("/api/**")
final class BodyLimit {
    private static final long MOST_BYTES = 2L * 1024 * 1024;

    /** The file with what stands around it in a multipart body. */
    private static final long MOST_WITH_FILE = AttachmentService.MOST_BYTES + 64L * 1024;

    private static final long MOST_WITH_SHEETS = SheetReader.MOST_BYTES + 64L * 1024;

    @RequestFilter
    void refuse(HttpRequest<?> request) {
        boolean upload = request.getContentType()
                .filter(MediaType.MULTIPART_FORM_DATA_TYPE::matches)
                .isPresent();
        if (!upload) {
            refuseOver(request, MOST_BYTES, "本文は 2 MB までです。小さく分けて送ってください。");
            return;
        }
        if (request.getContentLength() < 0) {
            throw new BodyRefusedException(
                    HttpStatus.LENGTH_REQUIRED,
                    "length-required",
                    "Content-Length が必要です",
                    "ファイルは、長さを Content-Length で示して送ってください。");
        }
        if (request.getPath().endsWith("/attachments")) {
            refuseOver(request, MOST_WITH_FILE, AttachmentService.TOO_LARGE);
        } else {
            refuseOver(request, MOST_WITH_SHEETS, SheetReader.TOO_LARGE);
        }
    }

    private static void refuseOver(HttpRequest<?> request, long most, String message) {
        if (request.getContentLength() > most) {
            throw new BodyRefusedException(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "too-large", "送られたデータが大きすぎます", message);
        }
    }
}
