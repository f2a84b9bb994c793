package jp.kyosei.backend.api.meetings;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
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
import jp.kyosei.backend.api.web.Representation;
import jp.kyosei.backend.meeting.MeetingId;
import jp.kyosei.backend.meeting.MeetingService;
import jp.kyosei.backend.meeting.minutes.Minutes;
import jp.kyosei.backend.meeting.minutes.MinutesService;
import jp.kyosei.backend.meeting.outcome.Outcome;
import jp.kyosei.backend.meeting.outcome.OutcomeId;
import jp.kyosei.backend.meeting.outcome.OutcomeService;
import jp.kyosei.backend.tenancy.Actor;

/** What came out of meetings, and their minutes. A change names by If-Match the version it began from. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RecordsController {
    private final MeetingService meetings;
    private final OutcomeService outcomes;
    private final MinutesService minutes;
    private final OncePerKey once;
    private final Representation representation;

    RecordsController(
            MeetingService meetings,
            OutcomeService outcomes,
            MinutesService minutes,
            OncePerKey once,
            Representation representation) {
        this.meetings = meetings;
        this.outcomes = outcomes;
        this.minutes = minutes;
        this.once = once;
        this.representation = representation;
    }

    @Get("/meetings/{meeting}/outcomes")
    @Operation(summary = "The outcomes of a meeting, and what earlier ones left to be done")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MeetingViews.OutcomesView.class)))
    HttpResponse<byte[]> outcomes(HttpRequest<?> request, @Caller Actor actor, String meeting) {
        MeetingId id = id(meeting);
        return representation.of(
                request, MeetingViews.OutcomesView.of(outcomes.outcomes(actor, id), outcomes.followed(actor, id)));
    }

    @Post("/meetings/{meeting}/outcomes")
    @Operation(summary = "Record an outcome")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = MeetingViews.OutcomeView.class)))
    HttpResponse<byte[]> record(
            HttpRequest<?> request, @Caller Actor actor, String meeting, @Body MeetingBodies.OutcomeBody body) {
        MeetingId id = meetings.meeting(actor, id(meeting)).id();
        return once.answerOf(
                request,
                actor,
                () -> meetings.meeting(actor, id).plan().owner(),
                body,
                HttpStatus.CREATED,
                () -> MeetingViews.OutcomeView.of(outcomes.record(actor, id, body.outcome())));
    }

    @Get("/outcomes/{outcome}")
    @Operation(summary = "An outcome; its ETag is the one that a change names")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MeetingViews.OutcomeView.class)))
    HttpResponse<byte[]> outcome(HttpRequest<?> request, @Caller Actor actor, String outcome) {
        return versioned(outcomes.outcome(actor, outcomeId(outcome)));
    }

    @Put("/outcomes/{outcome}")
    @Operation(summary = "Say what became of an outcome")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MeetingViews.OutcomeView.class)))
    HttpResponse<byte[]> mark(
            HttpRequest<?> request, @Caller Actor actor, String outcome, @Body MeetingBodies.MarkBody body) {
        OutcomeId id = outcomes.outcome(actor, outcomeId(outcome)).id();
        long version = Precondition.expectedVersion(request);
        return versioned(outcomes.mark(actor, id, version, body.wanted(), body.words()));
    }

    @Delete("/outcomes/{outcome}")
    @Operation(summary = "Remove an outcome that was recorded by mistake")
    @ApiResponse(responseCode = "204")
    HttpResponse<?> remove(HttpRequest<?> request, @Caller Actor actor, String outcome) {
        OutcomeId id = outcomes.outcome(actor, outcomeId(outcome)).id();
        outcomes.remove(actor, id, Precondition.expectedVersion(request));
        return HttpResponse.noContent();
    }

    @Get("/meetings/{meeting}/minutes")
    @Operation(summary = "The minutes: for the secretariat as they stand, for others once published")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MeetingViews.MinutesView.class)))
    HttpResponse<byte[]> minutes(HttpRequest<?> request, @Caller Actor actor, String meeting) {
        return versioned(minutes.minutes(actor, id(meeting)));
    }

    @Put("/meetings/{meeting}/minutes")
    @Operation(summary = "Keep the text of the minutes")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MeetingViews.MinutesView.class)))
    HttpResponse<byte[]> save(
            HttpRequest<?> request, @Caller Actor actor, String meeting, @Body MeetingBodies.MinutesBody body) {
        return step(request, actor, meeting, (caller, id, version) -> minutes.save(caller, id, version, body.words()));
    }

    @Post("/meetings/{meeting}/minutes/draft")
    @Operation(summary = "Compose the minutes from agenda, attendance, notes and outcomes")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MeetingViews.MinutesView.class)))
    HttpResponse<byte[]> draft(HttpRequest<?> request, @Caller Actor actor, String meeting) {
        return step(request, actor, meeting, minutes::draft);
    }

    @Post("/meetings/{meeting}/minutes/approve")
    @Operation(summary = "Approve the minutes")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MeetingViews.MinutesView.class)))
    HttpResponse<byte[]> approve(HttpRequest<?> request, @Caller Actor actor, String meeting) {
        return step(request, actor, meeting, minutes::approve);
    }

    @Post("/meetings/{meeting}/minutes/publish")
    @Operation(summary = "Show the minutes to every reader of the plan")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MeetingViews.MinutesView.class)))
    HttpResponse<byte[]> publish(HttpRequest<?> request, @Caller Actor actor, String meeting) {
        return step(request, actor, meeting, minutes::publish);
    }

    @Post("/meetings/{meeting}/minutes/withdraw")
    @Operation(summary = "Make approved or published minutes a draft again, with a reason")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MeetingViews.MinutesView.class)))
    HttpResponse<byte[]> withdraw(
            HttpRequest<?> request, @Caller Actor actor, String meeting, @Body MeetingBodies.ReasonBody body) {
        return step(
                request, actor, meeting, (caller, id, version) -> minutes.takeBack(caller, id, version, body.words()));
    }

    private HttpResponse<byte[]> step(HttpRequest<?> request, Actor actor, String meeting, MinutesStep work) {
        MeetingId id = meetings.meeting(actor, id(meeting)).id();
        return versioned(work.take(actor, id, Precondition.expectedVersion(request)));
    }

    /** What a secretariat does with minutes. */
    private interface MinutesStep {
        Minutes take(Actor actor, MeetingId meeting, long version);
    }

    private HttpResponse<byte[]> versioned(Minutes found) {
        return representation.versioned(MeetingViews.MinutesView.of(found), found.version());
    }

    private HttpResponse<byte[]> versioned(Outcome found) {
        return representation.versioned(MeetingViews.OutcomeView.of(found), found.version());
    }

    private static MeetingId id(String meeting) {
        return new MeetingId(PathValues.id(meeting));
    }

    private static OutcomeId outcomeId(String outcome) {
        return new OutcomeId(PathValues.id(outcome));
    }
}
