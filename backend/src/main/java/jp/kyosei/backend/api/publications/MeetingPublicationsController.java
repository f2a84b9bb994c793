package jp.kyosei.backend.api.publications;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jp.kyosei.backend.api.web.Caller;
import jp.kyosei.backend.api.web.Downloads;
import jp.kyosei.backend.api.web.OncePerKey;
import jp.kyosei.backend.api.web.PathValues;
import jp.kyosei.backend.api.web.Precondition;
import jp.kyosei.backend.api.web.Representation;
import jp.kyosei.backend.meeting.MeetingId;
import jp.kyosei.backend.publishing.meetings.MeetingPublication;
import jp.kyosei.backend.publishing.meetings.MeetingPublishing;
import jp.kyosei.backend.report.PublicPapers;
import jp.kyosei.backend.report.ReportFile;
import jp.kyosei.backend.tenancy.Actor;

/** Minutes and papers of a meeting for everybody: for the owner's secretariat. */
@Controller("/api/v1/meetings/{meeting}/publication")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class MeetingPublicationsController {
    private final MeetingPublishing publishing;
    private final PublicPapers papers;
    private final OncePerKey once;
    private final Representation representation;

    MeetingPublicationsController(
            MeetingPublishing publishing, PublicPapers papers, OncePerKey once, Representation representation) {
        this.publishing = publishing;
        this.papers = papers;
        this.once = once;
        this.representation = representation;
    }

    @Get
    @Operation(
            summary =
                    "Whether minutes and papers are published; its ETag is what a publication or withdrawal begins from")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PublicationViews.MeetingView.class)))
    HttpResponse<byte[]> publication(@Caller Actor actor, String meeting) {
        return versioned(publishing.publication(actor, id(meeting)));
    }

    @Get("/papers.pdf")
    @Produces(MediaType.ALL)
    @Operation(summary = "The papers as everybody would get them if they were published now")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/pdf"))
    HttpResponse<byte[]> papers(@Caller Actor actor, String meeting) {
        MeetingId id = publishing.publication(actor, id(meeting)).meeting();
        ReportFile file = papers.papers(actor, id).file();
        return Downloads.response(file.name(), file.plainName(), file.contentType(), file.bytes());
    }

    @Post
    @Operation(summary = "Publish the minutes with the issued papers of figures, or replace what is published")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PublicationViews.MeetingView.class)))
    HttpResponse<byte[]> publish(HttpRequest<?> request, @Caller Actor actor, String meeting) {
        MeetingId id = publishing.publication(actor, id(meeting)).meeting();
        return versioned(publishing.publish(actor, id, Precondition.expectedVersion(request)));
    }

    @Post("/withdraw")
    @Operation(summary = "Withdraw them, with a reason")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PublicationViews.MeetingView.class)))
    HttpResponse<byte[]> withdraw(
            HttpRequest<?> request, @Caller Actor actor, String meeting, @Body PublicationViews.WithdrawBody body) {
        MeetingPublication found = publishing.publication(actor, id(meeting));
        long expected = Precondition.expectedVersion(request);
        return once.answer(
                request,
                actor,
                found.plan(),
                body,
                HttpStatus.OK,
                () -> PublicationViews.MeetingView.of(
                        publishing.withdraw(actor, found.meeting(), expected, body.words(), body.told())));
    }

    private HttpResponse<byte[]> versioned(MeetingPublication found) {
        return representation.versioned(PublicationViews.MeetingView.of(found), found.version());
    }

    private static MeetingId id(String meeting) {
        return new MeetingId(PathValues.id(meeting));
    }
}
