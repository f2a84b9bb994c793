package jp.kyosei.backend.api.notes;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import jp.kyosei.backend.api.web.Caller;
import jp.kyosei.backend.api.web.Downloads;
import jp.kyosei.backend.api.web.InvalidInputException;
import jp.kyosei.backend.api.web.PathValues;
import jp.kyosei.backend.api.web.Problem;
import jp.kyosei.backend.attachment.AttachOutcome;
import jp.kyosei.backend.attachment.AttachedFile;
import jp.kyosei.backend.attachment.AttachmentService;
import jp.kyosei.backend.discussion.NoteId;
import jp.kyosei.backend.discussion.thread.NoteWriting;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.RefusedException;

/** Files that hang at notes. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AttachmentsController {
    private static final String RETRY_SECONDS = "60";

    private final NoteWriting writing;
    private final AttachmentService attachments;

    AttachmentsController(NoteWriting writing, AttachmentService attachments) {
        this.writing = writing;
        this.attachments = attachments;
    }

    @Post("/notes/{note}/attachments")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Attach a file: to one's own note, or to one's own reply to it")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = AttachmentView.class)))
    HttpResponse<?> attach(
            HttpRequest<?> request, @Caller Actor actor, String note, @Part("file") CompletedFileUpload file) {
        NoteId id = new NoteId(PathValues.id(note));
        AttachOutcome outcome;
        try (InputStream content = file.getInputStream()) {
            outcome = writing.attach(actor, id, file.getFilename(), content);
        } catch (IOException e) {
            throw new UncheckedIOException("the file that was sent could not be read", e);
        }
        return switch (outcome) {
            case AttachOutcome.Attached attached -> HttpResponse.created(AttachmentView.of(attached.attachment()));
            case AttachOutcome.NotTaken notTaken -> problem(request, notTaken);
        };
    }

    @Get("/attachments/{attachment}")
    @Produces(MediaType.ALL)
    @Operation(summary = "A file as it was attached; to be saved, not to be shown")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM))
    HttpResponse<byte[]> file(@Caller Actor actor, String attachment) {
        AttachedFile file = attachments.file(actor, PathValues.id(attachment));
        return HttpResponse.ok(file.bytes())
                .contentType(file.attachment().mediaType())
                .contentLength(file.attachment().size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename*=UTF-8''"
                                + Downloads.encoded(file.attachment().name()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .headers(headers -> headers.set("Content-Security-Policy", "sandbox; default-src 'none'"));
    }

    @Delete("/attachments/{attachment}")
    @Operation(summary = "Take away what one has attached")
    @ApiResponse(responseCode = "204")
    HttpResponse<?> remove(@Caller Actor actor, String attachment) {
        attachments.remove(actor, PathValues.id(attachment));
        return HttpResponse.noContent();
    }

    private static HttpResponse<?> problem(HttpRequest<?> request, AttachOutcome.NotTaken notTaken) {
        return switch (notTaken.cause()) {
            case UNSUITABLE -> throw new InvalidInputException("file", notTaken.message());
            case TOO_MANY -> throw new RefusedException(notTaken.message());
            case TOO_LARGE ->
                Problem.response(
                        request,
                        HttpStatus.REQUEST_ENTITY_TOO_LARGE,
                        "too-large",
                        "送られたデータが大きすぎます",
                        notTaken.message());
            case INFECTED ->
                Problem.response(
                        request, HttpStatus.UNPROCESSABLE_ENTITY, "infected", "危険なファイルと判定されました", notTaken.message());
            case NOT_SCANNED ->
                Problem.response(
                                request,
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "not-scanned",
                                "ウイルス検査ができません",
                                notTaken.message())
                        .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        };
    }
}
