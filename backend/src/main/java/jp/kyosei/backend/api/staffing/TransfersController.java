package jp.kyosei.backend.api.staffing;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
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
import jp.kyosei.backend.owners.Owner;
import jp.kyosei.backend.owners.OwnerService;
import jp.kyosei.backend.staffing.StaffingService;
import jp.kyosei.backend.staffing.TransferId;
import jp.kyosei.backend.staffing.TransferService;
import jp.kyosei.backend.staffing.plan.TransferPlan;
import jp.kyosei.backend.tenancy.Actor;

/** Changes of staff of an owner: prepared, looked at beforehand, taken back until their day. */
@Controller("/api/v1/owners/{owner}/transfers")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TransfersController {
    private final OwnerService owners;
    private final StaffingService staffing;
    private final TransferService transfers;
    private final OncePerKey once;
    private final Representation representation;

    TransfersController(
            OwnerService owners,
            StaffingService staffing,
            TransferService transfers,
            OncePerKey once,
            Representation representation) {
        this.owners = owners;
        this.staffing = staffing;
        this.transfers = transfers;
        this.once = once;
        this.representation = representation;
    }

    @Get
    @Operation(summary = "The latest 200 changes of staff, prepared, in force or taken back; for the owner's admin")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = TransferViews.TransfersView.class)))
    HttpResponse<byte[]> latest(HttpRequest<?> request, @Caller Actor actor, String owner) {
        Owner found = owners.owner(actor, owner);
        return representation.of(
                request,
                new TransferViews.TransfersView(
                        found.slug(),
                        staffing.transfers(actor, found.id()).stream()
                                .map(TransferViews.TransferView::of)
                                .toList()));
    }

    @Post
    @Operation(
            summary = "Prepare a change of staff",
            description = "The roles of people begin and end on its day by themselves; work goes when the day has come")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = TransferViews.TransferView.class)))
    HttpResponse<byte[]> prepare(
            HttpRequest<?> request, @Caller Actor actor, String owner, @Body TransferBodies.TransferBody body) {
        Owner found = owners.owner(actor, owner);
        TransferPlan plan = body.plan();
        return once.answerOf(
                request,
                actor,
                found::id,
                body,
                HttpStatus.CREATED,
                () -> TransferViews.TransferView.of(transfers.prepare(actor, found.id(), plan)));
    }

    @Post("/preview")
    @Operation(summary = "What a change of staff would change, and what it would leave without anybody; stores nothing")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = TransferViews.PreviewView.class)))
    HttpResponse<byte[]> preview(
            HttpRequest<?> request, @Caller Actor actor, String owner, @Body TransferBodies.TransferBody body) {
        Owner found = owners.owner(actor, owner);
        return representation.of(
                request, TransferViews.PreviewView.of(staffing.preview(actor, found.id(), body.plan())));
    }

    @Patch("/{transfer}")
    @Operation(summary = "Take a prepared change back before its day")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = TransferViews.TransferView.class)))
    HttpResponse<byte[]> change(
            HttpRequest<?> request,
            @Caller Actor actor,
            String owner,
            String transfer,
            @Body TransferBodies.TransferChangeBody body) {
        Owner found = owners.owner(actor, owner);
        TransferId id = new TransferId(PathValues.id(transfer));
        return representation.of(
                request, TransferViews.TransferView.of(transfers.takeBack(actor, found.id(), id, body.takenBack())));
    }
}
