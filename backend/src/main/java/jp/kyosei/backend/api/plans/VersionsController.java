package jp.kyosei.backend.api.plans;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
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
import jp.kyosei.backend.api.web.Caller;
import jp.kyosei.backend.api.web.OncePerKey;
import jp.kyosei.backend.api.web.PathValues;
import jp.kyosei.backend.api.web.Representation;
import jp.kyosei.backend.revision.PlanAdoption;
import jp.kyosei.backend.revision.RevisionService;
import jp.kyosei.backend.revision.drafting.Drafting;
import jp.kyosei.backend.tenancy.Actor;

/** Versions of a plan: read whole, drafted, adopted, thrown away. */
@Controller("/api/v1/plans/{plan}/versions")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class VersionsController {
    private final Drafting drafting;
    private final RevisionService revision;
    private final PlanAdoption adoption;
    private final OncePerKey once;
    private final Representation representation;

    VersionsController(
            Drafting drafting,
            RevisionService revision,
            PlanAdoption adoption,
            OncePerKey once,
            Representation representation) {
        this.drafting = drafting;
        this.revision = revision;
        this.adoption = adoption;
        this.once = once;
        this.representation = representation;
    }

    @Post
    @Operation(
            summary = "Draft the next version",
            description =
                    "A copy of the version in force; 409 where a draft is open. A draft is the secretariat's alone.")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = DraftViews.VersionHeadView.class)))
    HttpResponse<byte[]> draft(
            HttpRequest<?> request, @Caller Actor actor, String plan, @Body DraftBodies.VersionBody body) {
        return once.answer(
                request,
                actor,
                plan,
                body,
                HttpStatus.CREATED,
                () -> DraftViews.VersionHeadView.of(plan, revision.draft(actor, plan, body.named())));
    }

    @Get("/{number}")
    @Operation(
            summary = "A version with its sections, indicators and initiatives",
            description = "Each thing says its version, which a change of it names in If-Match.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = DraftViews.VersionContentView.class)))
    HttpResponse<byte[]> version(HttpRequest<?> request, @Caller Actor actor, String plan, String number) {
        return representation.of(
                request, DraftViews.VersionContentView.of(drafting.open(actor, plan, PathValues.number(number))));
    }

    @Post("/{number}/adopt")
    @Operation(
            summary = "Say when a draft was adopted (決定)",
            description = "A day, or a month such as 2026-03. From then on the version is in force and stays as it is.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = DraftViews.VersionHeadView.class)))
    HttpResponse<byte[]> adopt(
            HttpRequest<?> request,
            @Caller Actor actor,
            String plan,
            String number,
            @Body PlansController.AdoptBody body) {
        int version = PathValues.number(number);
        return once.answer(request, actor, plan, body, HttpStatus.OK, () -> {
            adoption.adopt(actor, plan, version, body.day());
            return DraftViews.VersionHeadView.of(
                    plan, drafting.open(actor, plan, version).content().version());
        });
    }

    @Delete("/{number}")
    @Operation(
            summary = "Throw a draft away",
            description = "One beside an adopted version; a plan that was never adopted is removed as a whole.")
    @ApiResponse(responseCode = "204", description = "It is gone")
    HttpResponse<byte[]> discard(@Caller Actor actor, String plan, String number) {
        adoption.discard(actor, plan, PathValues.number(number));
        return HttpResponse.noContent();
    }
}
