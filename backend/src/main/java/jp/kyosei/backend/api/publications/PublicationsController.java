package jp.kyosei.backend.api.publications;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
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
import jp.kyosei.backend.api.web.Precondition;
import jp.kyosei.backend.api.web.PreconditionRequiredException;
import jp.kyosei.backend.api.web.Representation;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.publishing.Licence;
import jp.kyosei.backend.publishing.PublishOrder;
import jp.kyosei.backend.publishing.PublishingService;
import jp.kyosei.backend.publishing.YearPublication;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.StaleException;
import org.jspecify.annotations.Nullable;

/** What of a plan is published, and its publication: for the owner's secretariat. */
@Controller("/api/v1/plans/{plan}/publications")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PublicationsController {
    private final PublishingService publishing;
    private final OncePerKey once;
    private final Representation representation;

    PublicationsController(PublishingService publishing, OncePerKey once, Representation representation) {
        this.publishing = publishing;
        this.once = once;
        this.representation = representation;
    }

    @Get
    @Operation(summary = "Every year of a plan and whether it is published")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PublicationViews.OverviewView.class)))
    HttpResponse<byte[]> publications(HttpRequest<?> request, @Caller Actor actor, String plan) {
        return representation.of(request, PublicationViews.OverviewView.of(publishing.overview(actor, plan)));
    }

    @Get("/{fiscalYear}")
    @Operation(summary = "A year with all that was done; its ETag is what a publication or withdrawal begins from")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PublicationViews.YearView.class)))
    HttpResponse<byte[]> publication(@Caller Actor actor, String plan, String fiscalYear) {
        YearPublication year = publishing.year(actor, plan, PathValues.year(fiscalYear));
        return representation.versioned(PublicationViews.YearView.of(plan, year), year.version());
    }

    @Get("/{fiscalYear}/preview")
    @Operation(summary = "What everybody would see if it were published now, and what would be blank")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PublicationViews.PreviewView.class)))
    HttpResponse<byte[]> preview(
            HttpRequest<?> request,
            @Caller Actor actor,
            String plan,
            String fiscalYear,
            @Nullable @QueryValue Boolean narratives,
            @Nullable @QueryValue Boolean notes) {
        return representation.of(
                request,
                PublicationViews.PreviewView.of(publishing.preview(
                        actor,
                        plan,
                        new PublishOrder(
                                PathValues.year(fiscalYear),
                                Boolean.TRUE.equals(narratives),
                                Boolean.TRUE.equals(notes),
                                Licence.UNSTATED))));
    }

    @Post
    @Operation(
            summary = "Publish a year as it is confirmed now",
            description = "Replacing what is published, or publishing again after a withdrawal, needs If-Match.")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = PublicationViews.YearView.class)))
    HttpResponse<byte[]> publish(
            HttpRequest<?> request, @Caller Actor actor, String plan, @Body PublicationViews.PublishBody body) {
        PublishOrder order = body.order();
        boolean conditional = request.getHeaders().contains(HttpHeaders.IF_MATCH);
        long expected = conditional ? Precondition.expectedVersion(request) : 0;
        return once.answer(request, actor, plan, body, HttpStatus.CREATED, () -> {
            try {
                return PublicationViews.YearView.of(plan, publishing.publish(actor, plan, order, expected));
            } catch (StaleException e) {
                throw conditional ? e : new PreconditionRequiredException();
            }
        });
    }

    @Post("/{fiscalYear}/withdraw")
    @Operation(summary = "Withdraw a published year, with a reason")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PublicationViews.YearView.class)))
    HttpResponse<byte[]> withdraw(
            HttpRequest<?> request,
            @Caller Actor actor,
            String plan,
            String fiscalYear,
            @Body PublicationViews.WithdrawBody body) {
        FiscalYear year = PathValues.year(fiscalYear);
        long expected = Precondition.expectedVersion(request);
        return once.answer(
                request,
                actor,
                plan,
                body,
                HttpStatus.OK,
                () -> PublicationViews.YearView.of(
                        plan, publishing.withdraw(actor, plan, year, expected, body.words(), body.told())));
    }
}
