package jp.kyosei.backend.api.meetings;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jp.kyosei.backend.api.web.Caller;
import jp.kyosei.backend.api.web.OncePerKey;
import jp.kyosei.backend.api.web.PathValues;
import jp.kyosei.backend.api.web.Precondition;
import jp.kyosei.backend.api.web.Representation;
import jp.kyosei.backend.meeting.Meeting;
import jp.kyosei.backend.meeting.MeetingId;
import jp.kyosei.backend.meeting.MeetingPlan;
import jp.kyosei.backend.meeting.MeetingService;
import jp.kyosei.backend.meeting.paper.PaperService;
import jp.kyosei.backend.tenancy.Actor;
import org.jspecify.annotations.Nullable;

/** The meetings of a plan, and their papers as they were issued. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class MeetingsController {
    private final MeetingService meetings;
    private final PaperService papers;
    private final OncePerKey once;
    private final Representation representation;

    MeetingsController(MeetingService meetings, PaperService papers, OncePerKey once, Representation representation) {
        this.meetings = meetings;
        this.papers = papers;
        this.once = once;
        this.representation = representation;
    }

    @Get("/plans/{plan}/meetings")
    @Operation(summary = "The meetings of a plan, newest first")
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = MeetingViews.MeetingView.class))))
    HttpResponse<byte[]> meetings(HttpRequest<?> request, @Caller Actor actor, String plan) {
        return representation.of(
                request,
                meetings.meetings(actor, plan).meetings().stream()
                        .map(MeetingViews.MeetingView::of)
                        .toList());
    }

    @Post("/plans/{plan}/meetings")
    @Operation(summary = "Plan a meeting")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = MeetingViews.MeetingView.class)))
    HttpResponse<byte[]> plan(
            HttpRequest<?> request, @Caller Actor actor, String plan, @Body MeetingBodies.PlanBody body) {
        // Whoever may not see the plan is not told what is wrong with the body.
        meetings.meetings(actor, plan);
        MeetingPlan typed = body.plan();
        return once.answer(
                request,
                actor,
                plan,
                body,
                HttpStatus.CREATED,
                () -> MeetingViews.MeetingView.of(meetings.plan(actor, plan, typed)));
    }

    @Get("/meetings/{meeting}")
    @Operation(summary = "A meeting; its ETag is the one that a change names")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MeetingViews.MeetingView.class)))
    HttpResponse<byte[]> meeting(HttpRequest<?> request, @Caller Actor actor, String meeting) {
        return versioned(meetings.meeting(actor, id(meeting)));
    }

    @Put("/meetings/{meeting}")
    @Operation(summary = "Change a meeting")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MeetingViews.MeetingView.class)))
    HttpResponse<byte[]> change(
            HttpRequest<?> request, @Caller Actor actor, String meeting, @Body MeetingBodies.PlanBody body) {
        MeetingId id = meetings.meeting(actor, id(meeting)).id();
        long version = Precondition.expectedVersion(request);
        return versioned(meetings.change(actor, id, version, body.plan()));
    }

    @Put("/meetings/{meeting}/participants")
    @Operation(summary = "Note who attends: the list as a whole")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MeetingViews.MeetingView.class)))
    HttpResponse<byte[]> attendance(
            HttpRequest<?> request, @Caller Actor actor, String meeting, @Body MeetingBodies.ParticipantsBody body) {
        MeetingId id = meetings.meeting(actor, id(meeting)).id();
        long version = Precondition.expectedVersion(request);
        return versioned(meetings.attendance(actor, id, version, body.people()));
    }

    @Post("/meetings/{meeting}/cancel")
    @Operation(summary = "Call a meeting off, with a reason")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MeetingViews.MeetingView.class)))
    HttpResponse<byte[]> cancel(
            HttpRequest<?> request, @Caller Actor actor, String meeting, @Body MeetingBodies.ReasonBody body) {
        MeetingId id = meetings.meeting(actor, id(meeting)).id();
        return versioned(meetings.cancel(actor, id, Precondition.expectedVersion(request), body.words()));
    }

    @Post("/meetings/{meeting}/issue")
    @Operation(summary = "Issue papers: frozen as they are now; again as a replacement")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MeetingViews.MeetingView.class)))
    HttpResponse<byte[]> issue(
            HttpRequest<?> request, @Caller Actor actor, String meeting, @Body MeetingBodies.@Nullable IssueBody body) {
        MeetingId id = id(meeting);
        MeetingBodies.IssueBody wanted = body == null ? new MeetingBodies.IssueBody(null) : body;
        return once.answerOf(
                request,
                actor,
                () -> meetings.meeting(actor, id).plan().owner(),
                wanted,
                HttpStatus.OK,
                () -> MeetingViews.MeetingView.of(papers.issue(actor, id, wanted.numbers())));
    }

    @Get("/meetings/{meeting}/materials/{material}")
    @Operation(
            summary = "A paper as it was issued, with what has changed since; revision 0 is the first, none the latest")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MeetingViews.PaperView.class)))
    HttpResponse<byte[]> paper(
            HttpRequest<?> request,
            @Caller Actor actor,
            String meeting,
            String material,
            @Nullable @QueryValue Integer revision) {
        return representation.of(
                request,
                MeetingViews.PaperView.of(papers.paper(actor, id(meeting), PathValues.number(material), revision)));
    }

    private HttpResponse<byte[]> versioned(Meeting meeting) {
        return representation.versioned(MeetingViews.MeetingView.of(meeting), meeting.version());
    }

    private static MeetingId id(String meeting) {
        return new MeetingId(PathValues.id(meeting));
    }
}
