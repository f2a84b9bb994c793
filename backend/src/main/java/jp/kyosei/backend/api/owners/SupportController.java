package jp.kyosei.backend.api.owners;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Objects;
import jp.kyosei.backend.api.web.Caller;
import jp.kyosei.backend.api.web.OncePerKey;
import jp.kyosei.backend.api.web.PathValues;
import jp.kyosei.backend.api.web.Representation;
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.owners.support.SupportService;
import jp.kyosei.backend.tenancy.Actor;

/** Access for help, which an owner's admin gives the operators for some days. */
@Controller("/api/v1/owners/{owner}/support")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SupportController {
    private final OwnerService owners;
    private final SupportService support;
    private final OncePerKey once;
    private final Representation representation;

    SupportController(OwnerService owners, SupportService support, OncePerKey once, Representation representation) {
        this.owners = owners;
        this.support = support;
        this.once = once;
        this.representation = representation;
    }

    @Get
    @Operation(summary = "The accesses for help that the owner has given, newest first; for its admin and the operator")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = OwnerViews.SupportView.class)))
    HttpResponse<byte[]> accesses(HttpRequest<?> request, @Caller Actor actor, String owner) {
        return representation.of(request, view(actor, owners.known(actor, owner)));
    }

    @Post
    @Operation(summary = "Let the operators read for 1 to 14 days from today on; for the owner's admin")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = OwnerViews.SupportView.class)))
    HttpResponse<byte[]> grant(
            HttpRequest<?> request, @Caller Actor actor, String owner, @Body OwnerBodies.SupportBody body) {
        Owner found = owners.known(actor, owner);
        return once.answerOf(request, actor, found::id, body, HttpStatus.CREATED, () -> {
            support.grant(actor, found.id(), body.dayCount(), Objects.requireNonNullElse(body.reason(), ""));
            return view(actor, found);
        });
    }

    @Post("/{access}/end")
    @Operation(summary = "End an access at once; for the owner's admin")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = OwnerViews.SupportView.class)))
    HttpResponse<byte[]> end(HttpRequest<?> request, @Caller Actor actor, String owner, String access) {
        Owner found = owners.known(actor, owner);
        return once.answerOf(request, actor, found::id, null, HttpStatus.OK, () -> {
            support.end(actor, found.id(), PathValues.id(access));
            return view(actor, found);
        });
    }

    private OwnerViews.SupportView view(Actor actor, Owner owner) {
        return new OwnerViews.SupportView(
                owner.slug(),
                support.accesses(actor, owner.id()).stream()
                        .map(OwnerViews.AccessView::of)
                        .toList());
    }
}
