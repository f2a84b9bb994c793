package jp.kyosei.backend.api.plans;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
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
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.revision.PlanCreation;
import jp.kyosei.backend.tenancy.Actor;

/** New plans of an owner. */
@Controller("/api/v1/owners/{owner}/plans")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class NewPlansController {
    private final OwnerService owners;
    private final PlanCreation creation;
    private final OncePerKey once;

    NewPlansController(OwnerService owners, PlanCreation creation, OncePerKey once) {
        this.owners = owners;
        this.creation = creation;
        this.once = once;
    }

    @Post
    @Operation(
            summary = "Begin a plan",
            description = "With an empty first version, number 1, which is a draft until it is adopted.")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = PlansController.PlanView.class)))
    HttpResponse<byte[]> begin(
            HttpRequest<?> request, @Caller Actor actor, String owner, @Body DraftBodies.PlanBody body) {
        Owner found = owners.owner(actor, owner);
        return once.answerOf(
                request,
                actor,
                found::id,
                body,
                HttpStatus.CREATED,
                () -> PlansController.PlanView.of(
                        creation.create(actor, found.slug(), body.beginning()), found.slug(), found.name()));
    }
}
