package jp.kyosei.backend.api.leaving;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
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
import java.time.LocalDate;
import jp.kyosei.backend.api.web.Caller;
import jp.kyosei.backend.api.web.Representation;
import jp.kyosei.backend.leaving.ending.EndingService;
import jp.kyosei.backend.leaving.ending.OwnerEnding;
import jp.kyosei.backend.tenancy.Actor;
import org.jspecify.annotations.Nullable;

/** The announced end of an owner, which can be taken back until its day. */
@Controller("/api/v1/owners/{owner}/ending")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class EndingController {
    private final EndingService endings;
    private final Representation representation;

    EndingController(EndingService endings, Representation representation) {
        this.endings = endings;
        this.representation = representation;
    }

    @Get
    @Operation(summary = "Whether and when the owner ends")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EndingView.class)))
    HttpResponse<byte[]> announced(HttpRequest<?> request, @Caller Actor actor, String owner) {
        return representation.of(
                request, endings.announced(actor, owner).map(EndingView::of).orElse(EndingView.NONE));
    }

    @Post
    @Operation(summary = "Announce that the owner leaves: its data goes after 90 days, unless this is taken back")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EndingView.class)))
    HttpResponse<byte[]> announce(HttpRequest<?> request, @Caller Actor actor, String owner, @Body EndingBody body) {
        String reason = body.reason();
        return representation.of(request, EndingView.of(endings.announce(actor, owner, reason == null ? "" : reason)));
    }

    @Delete
    @Operation(summary = "Take the announced end back")
    @ApiResponse(responseCode = "204")
    HttpResponse<?> takeBack(@Caller Actor actor, String owner) {
        endings.takeBack(actor, owner);
        return HttpResponse.noContent();
    }

    /** Why the owner leaves. */
    @Serdeable
    record EndingBody(@Nullable String reason) {}

    /**
     * Whether an end is announced, and if so by whom and why.
     *
     * @param deletesOn the day in Japan on which the data goes
     */
    @Serdeable
    record EndingView(
            boolean announced,
            @Nullable String announcedBy,
            @Nullable Instant announcedAt,
            @Nullable String reason,
            @Nullable LocalDate deletesOn) {
        static final EndingView NONE = new EndingView(false, null, null, null, null);

        static EndingView of(OwnerEnding ending) {
            return new EndingView(true, ending.askedByName(), ending.askedAt(), ending.reason(), ending.deletesOn());
        }
    }
}
