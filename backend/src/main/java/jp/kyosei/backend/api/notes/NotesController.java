package jp.kyosei.backend.api.notes;

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
import java.util.List;
import java.util.Optional;
import jp.kyosei.backend.api.web.Caller;
import jp.kyosei.backend.api.web.InvalidInputException;
import jp.kyosei.backend.api.web.OncePerKey;
import jp.kyosei.backend.api.web.Representation;
import jp.kyosei.backend.committee.MemberId;
import jp.kyosei.backend.discussion.NewNote;
import jp.kyosei.backend.discussion.NoteId;
import jp.kyosei.backend.discussion.NoteTarget;
import jp.kyosei.backend.discussion.thread.NoteAssigning;
import jp.kyosei.backend.discussion.thread.NoteReading;
import jp.kyosei.backend.discussion.thread.NoteWriting;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.Desk;
import org.jspecify.annotations.Nullable;

/** The notes on a plan, its sections and indicators. */
@Controller("/api/v1/plans/{plan}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class NotesController {
    private final NoteReading reading;
    private final NoteWriting writing;
    private final NoteAssigning assigning;
    private final OncePerKey once;
    private final Representation representation;

    NotesController(
            NoteReading reading,
            NoteWriting writing,
            NoteAssigning assigning,
            OncePerKey once,
            Representation representation) {
        this.reading = reading;
        this.writing = writing;
        this.assigning = assigning;
        this.once = once;
        this.representation = representation;
    }

    @Get("/indicators/{no}/notes")
    @Operation(summary = "The notes on an indicator in a year that the caller sees, oldest first")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NoteViews.PadView.class)))
    HttpResponse<byte[]> onIndicator(
            HttpRequest<?> request,
            @Caller Actor actor,
            String plan,
            String no,
            @Nullable @QueryValue Integer fiscalYear) {
        return pad(request, actor, plan, new NoteTarget.Indicator(no), fiscalYear);
    }

    @Post("/indicators/{no}/notes")
    @Operation(summary = "Write a note on an indicator")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = NoteViews.NoteView.class)))
    HttpResponse<byte[]> writeOnIndicator(
            HttpRequest<?> request, @Caller Actor actor, String plan, String no, @Body NoteBodies.NoteBody body) {
        return write(request, actor, plan, new NoteTarget.Indicator(no), body);
    }

    @Get("/sections/{section}/notes")
    @Operation(summary = "The notes on a section in a year that the caller sees, oldest first")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NoteViews.PadView.class)))
    HttpResponse<byte[]> onSection(
            HttpRequest<?> request,
            @Caller Actor actor,
            String plan,
            String section,
            @Nullable @QueryValue Integer fiscalYear) {
        return pad(request, actor, plan, new NoteTarget.Section(section), fiscalYear);
    }

    @Post("/sections/{section}/notes")
    @Operation(summary = "Write a note on a section")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = NoteViews.NoteView.class)))
    HttpResponse<byte[]> writeOnSection(
            HttpRequest<?> request, @Caller Actor actor, String plan, String section, @Body NoteBodies.NoteBody body) {
        return write(request, actor, plan, new NoteTarget.Section(section), body);
    }

    @Get("/notes")
    @Operation(summary = "All notes of a plan in a year that the caller sees, in the order of the plan")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = NoteViews.DiscussionView.class)))
    HttpResponse<byte[]> ofPlan(
            HttpRequest<?> request, @Caller Actor actor, String plan, @Nullable @QueryValue Integer fiscalYear) {
        return representation.of(request, NoteViews.DiscussionView.of(reading.overview(actor, plan, year(fiscalYear))));
    }

    @Post("/notes")
    @Operation(summary = "Write a note on the plan as a whole")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = NoteViews.NoteView.class)))
    HttpResponse<byte[]> writeOnPlan(
            HttpRequest<?> request, @Caller Actor actor, String plan, @Body NoteBodies.NoteBody body) {
        return write(request, actor, plan, new NoteTarget.Plan(), body);
    }

    @Post("/notes/assign")
    @Operation(summary = "Say who is to answer notes, all or none of them")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = NoteViews.AssignedView.class)))
    HttpResponse<byte[]> assign(
            HttpRequest<?> request, @Caller Actor actor, String plan, @Body NoteBodies.AssignBody body) {
        List<NoteId> notes = body.notesGiven();
        Desk desk = body.desk();
        return once.answer(request, actor, plan, body, HttpStatus.OK, () -> {
            assigning.assign(actor, plan, notes, desk);
            return new NoteViews.AssignedView(notes.size(), body.municipality(), body.department());
        });
    }

    private HttpResponse<byte[]> pad(
            HttpRequest<?> request, Actor actor, String plan, NoteTarget target, @Nullable Integer fiscalYear) {
        return representation.of(request, NoteViews.PadView.of(reading.pad(actor, plan, target, year(fiscalYear))));
    }

    private HttpResponse<byte[]> write(
            HttpRequest<?> request, Actor actor, String plan, NoteTarget target, NoteBodies.NoteBody body) {
        NewNote note = body.on(target);
        Optional<MemberId> member = body.memberGiven();
        return once.answer(
                request,
                actor,
                plan,
                body,
                HttpStatus.CREATED,
                () -> NoteViews.NoteView.of(
                        member.isPresent()
                                ? writing.writeFor(actor, plan, note, member.get())
                                : writing.write(actor, plan, note)));
    }

    private static @Nullable FiscalYear year(@Nullable Integer fiscalYear) {
        if (fiscalYear == null) {
            return null;
        }
        if (fiscalYear < FiscalYear.FIRST || fiscalYear > FiscalYear.LAST) {
            throw new InvalidInputException("fiscalYear", "年度は4桁の西暦で指定してください。令和5年度なら 2023 です。");
        }
        return new FiscalYear(fiscalYear);
    }
}
