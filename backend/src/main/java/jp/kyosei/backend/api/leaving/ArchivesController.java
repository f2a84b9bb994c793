package jp.kyosei.backend.api.leaving;

import io.micronaut.core.io.Writable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import jp.kyosei.backend.api.web.Caller;
import jp.kyosei.backend.api.web.Downloads;
import jp.kyosei.backend.api.web.PathValues;
import jp.kyosei.backend.api.web.Representation;
import jp.kyosei.backend.leaving.order.ArchiveOrder;
import jp.kyosei.backend.leaving.order.ArchiveService;
import jp.kyosei.backend.leaving.order.ArchiveState;
import jp.kyosei.backend.tenancy.Actor;
import org.jspecify.annotations.Nullable;

/** An owner's whole data as one archive: ordered, made beside, fetched; for the owner's admin. */
@Controller("/api/v1/owners/{owner}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ArchivesController {
    private final ArchiveService archives;
    private final Representation representation;

    ArchivesController(ArchiveService archives, Representation representation) {
        this.archives = archives;
        this.representation = representation;
    }

    @Post("/export")
    @Operation(
            summary = "Order an archive of all that the owner has; while one is being made, that one is meant",
            description = "202 with the address at which it is to be asked for.")
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = ArchiveView.class)))
    HttpResponse<byte[]> order(HttpRequest<?> request, @Caller Actor actor, String owner) {
        ArchiveView view = ArchiveView.of(owner, archives.order(actor, owner));
        byte[] told = representation.of(request, view).body();
        return HttpResponse.<byte[]>status(HttpStatus.ACCEPTED)
                .body(Objects.requireNonNullElse(told, new byte[0]))
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.LOCATION, view.address());
    }

    @Get("/exports")
    @Operation(summary = "The archives that were ordered lately, the newest first")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ArchivesView.class)))
    HttpResponse<byte[]> orders(HttpRequest<?> request, @Caller Actor actor, String owner) {
        return representation.of(
                request,
                new ArchivesView(archives.orders(actor, owner).stream()
                        .map(order -> ArchiveView.of(owner, order))
                        .toList()));
    }

    @Get("/exports/{export}")
    @Operation(summary = "How far an archive has come")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ArchiveView.class)))
    HttpResponse<byte[]> order(HttpRequest<?> request, @Caller Actor actor, String owner, String export) {
        return representation.of(request, ArchiveView.of(owner, archives.order(actor, owner, PathValues.id(export))));
    }

    @Get("/exports/{export}/file")
    @Produces(MediaType.ALL)
    @Operation(summary = "The archive, once it is ready")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/zip"))
    HttpResponse<Writable> file(@Caller Actor actor, String owner, String export) {
        ArchiveService.Opened opened = archives.open(actor, owner, PathValues.id(export));
        return Downloads.streamed(opened.name(), opened.plainName(), "application/zip", opened.size(), opened::sendTo);
    }

    /** Archives, the newest first. */
    @Serdeable
    record ArchivesView(List<ArchiveView> exports) {}

    /**
     * An archive.
     *
     * @param share how much of it is made, from 0 to 1
     * @param size of the file in bytes; 0 unless it is ready
     * @param sha256 of the file, in hexadecimal digits; none unless it is ready
     * @param file where it is to be fetched; none unless it is ready
     */
    @Serdeable
    record ArchiveView(
            String id,
            ArchiveState state,
            String stateLabel,
            double share,
            String orderedBy,
            Instant orderedAt,
            @Nullable Instant madeAt,
            long size,
            @Nullable String sha256,
            String address,
            @Nullable String file) {
        static ArchiveView of(String owner, ArchiveOrder order) {
            String address = "/api/v1/owners/%s/exports/%s".formatted(owner, order.id());
            boolean ready = order.state() == ArchiveState.READY;
            return new ArchiveView(
                    order.id().toString(),
                    order.state(),
                    order.state().label(),
                    order.share(),
                    order.orderedByName(),
                    order.orderedAt(),
                    order.madeAt(),
                    order.size(),
                    ready ? order.sha256() : null,
                    address,
                    ready ? address + "/file" : null);
        }
    }
}
