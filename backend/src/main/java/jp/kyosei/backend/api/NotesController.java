package jp.kyosei.backend.api;

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
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.UUID;
import jp.kyosei.backend.collection.entry.CellEdit;
import jp.kyosei.backend.discussion.DiscussionService;
import jp.kyosei.backend.discussion.NewNote;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteId;
import jp.kyosei.backend.discussion.NoteStep;
import jp.kyosei.backend.discussion.NoteTarget;
import jp.kyosei.backend.discussion.Reply;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.Desk;
import jp.kyosei.backend.tenancy.NotFoundException;
import org.jspecify.annotations.Nullable;

/** Notes (意見・質問) on indicators, sections and plans. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class NotesController {
    private final DiscussionService discussion;
    private final Callers callers;
    private final OncePerKey once;
    private final Representation representation;

    NotesController(DiscussionService discussion, Callers callers, OncePerKey once, Representation representation) {
        this.discussion = discussion;
        this.callers = callers;
        this.once = once;
        this.representation = representation;
    }

    @Get("/plans/{plan}/indicators/{no}/notes")
    @Operation(summary = "The notes on an indicator in a year that the caller sees, oldest first")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NoteViews.PadView.class)))
    HttpResponse<byte[]> onIndicator(
            HttpRequest<?> request,
            Authentication authentication,
            String plan,
            String no,
            @Nullable @QueryValue Integer fiscalYear) {
        return pad(request, authentication, plan, new NoteTarget.Indicator(no), fiscalYear);
    }

    @Post("/plans/{plan}/indicators/{no}/notes")
    @Operation(summary = "Write a note on an indicator")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = NoteViews.NoteView.class)))
    HttpResponse<byte[]> writeOnIndicator(
            HttpRequest<?> request,
            Authentication authentication,
            String plan,
            String no,
            @Body NoteBodies.NoteBody body) {
        return write(request, authentication, plan, new NoteTarget.Indicator(no), body);
    }

    @Get("/plans/{plan}/sections/{section}/notes")
    @Operation(summary = "The notes on a section in a year that the caller sees, oldest first")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NoteViews.PadView.class)))
    HttpResponse<byte[]> onSection(
            HttpRequest<?> request,
            Authentication authentication,
            String plan,
            String section,
            @Nullable @QueryValue Integer fiscalYear) {
        return pad(request, authentication, plan, new NoteTarget.Section(section), fiscalYear);
    }

    @Post("/plans/{plan}/sections/{section}/notes")
    @Operation(summary = "Write a note on a section")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = NoteViews.NoteView.class)))
    HttpResponse<byte[]> writeOnSection(
            HttpRequest<?> request,
            Authentication authentication,
            String plan,
            String section,
            @Body NoteBodies.NoteBody body) {
        return write(request, authentication, plan, new NoteTarget.Section(section), body);
    }

    @Get("/plans/{plan}/notes")
    @Operation(summary = "All notes of a plan in a year that the caller sees, in the order of the plan")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = NoteViews.DiscussionView.class)))
    HttpResponse<byte[]> ofPlan(
            HttpRequest<?> request,
            Authentication authentication,
            String plan,
            @Nullable @QueryValue Integer fiscalYear) {
        return representation.of(
                request,
                NoteViews.DiscussionView.of(
                        discussion.overview(callers.actor(authentication), plan, year(fiscalYear))));
    }

    @Post("/plans/{plan}/notes")
    @Operation(summary = "Write a note on the plan as a whole")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = NoteViews.NoteView.class)))
    HttpResponse<byte[]> writeOnPlan(
            HttpRequest<?> request, Authentication authentication, String plan, @Body NoteBodies.NoteBody body) {
        return write(request, authentication, plan, new NoteTarget.Plan(), body);
    }

    @Post("/plans/{plan}/notes/assign")
    @Operation(summary = "Say who is to answer notes, all or none of them")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = NoteViews.AssignedView.class)))
    HttpResponse<byte[]> assign(
            HttpRequest<?> request, Authentication authentication, String plan, @Body NoteBodies.AssignBody body) {
        Actor actor = callers.actor(authentication);
        List<NoteId> notes = body.notesGiven();
        Desk desk = body.desk();
        return once.answer(request, actor, plan, body, HttpStatus.OK, () -> {
            discussion.assign(actor, plan, notes, desk);
            return new NoteViews.AssignedView(notes.size(), body.municipality(), body.department());
        });
    }

    @Get("/notes/{note}")
    @Operation(summary = "A note with its thread")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NoteViews.NoteView.class)))
    HttpResponse<byte[]> note(Authentication authentication, String note) {
        return versioned(discussion.note(callers.actor(authentication), id(note)));
    }

    @Put("/notes/{note}")
    @Operation(summary = "Edit kind and text of one's own note; the text before stays in its history")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NoteViews.NoteView.class)))
    HttpResponse<byte[]> edit(
            HttpRequest<?> request, Authentication authentication, String note, @Body NoteBodies.NoteBody body) {
        Actor actor = callers.actor(authentication);
        Note found = discussion.note(actor, id(note));
        return versioned(
                discussion.edit(actor, found.id(), expected(request, found), body.kindGiven(), body.textGiven()));
    }

    @Post("/notes/{note}/replies")
    @Operation(summary = "Reply to a note, or answer it for secretariat or department")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = NoteViews.NoteView.class)))
    HttpResponse<byte[]> reply(
            HttpRequest<?> request, Authentication authentication, String note, @Body NoteBodies.ReplyBody body) {
        return change(
                request,
                authentication,
                note,
                body,
                HttpStatus.CREATED,
                (actor, found) -> discussion.reply(actor, found.id(), body.textGiven(), body.isAnswer()));
    }

    @Put("/notes/{note}/replies/{reply}")
    @Operation(summary = "Edit one's own reply")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NoteViews.NoteView.class)))
    HttpResponse<byte[]> editReply(
            HttpRequest<?> request,
            Authentication authentication,
            String note,
            String reply,
            @Body NoteBodies.ReplyBody body) {
        Actor actor = callers.actor(authentication);
        Note found = discussion.note(actor, id(note));
        Reply replied = replyOf(found, reply);
        Note changed = discussion.editReply(
                actor, found.id(), replied.id(), expected(request, replied.version()), body.textGiven());
        return representation.versioned(
                NoteViews.NoteView.of(changed), replyOf(changed, reply).version());
    }

    @Post("/notes/{note}/replies/{reply}/withdraw")
    @Operation(summary = "Take one's own reply back")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NoteViews.NoteView.class)))
    HttpResponse<byte[]> withdrawReply(
            HttpRequest<?> request,
            Authentication authentication,
            String note,
            String reply,
            @Body NoteBodies.@Nullable EmptyBody body) {
        return change(request, authentication, note, body, HttpStatus.OK, (actor, found) -> {
            Reply replied = replyOf(found, reply);
            return discussion.withdrawReply(actor, found.id(), replied.id(), expected(request, replied.version()));
        });
    }

    @Post("/notes/{note}/withdraw")
    @Operation(summary = "Take one's own note back")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NoteViews.NoteView.class)))
    HttpResponse<byte[]> withdraw(
            HttpRequest<?> request,
            Authentication authentication,
            String note,
            @Body NoteBodies.@Nullable EmptyBody body) {
        return change(
                request,
                authentication,
                note,
                body,
                HttpStatus.OK,
                (actor, found) -> discussion.withdraw(actor, found.id(), expected(request, found)));
    }

    @Post("/notes/{note}/close")
    @Operation(summary = "Say that nothing more is to be done")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NoteViews.NoteView.class)))
    HttpResponse<byte[]> close(
            HttpRequest<?> request,
            Authentication authentication,
            String note,
            @Body NoteBodies.@Nullable EmptyBody body) {
        return step(request, authentication, note, body, NoteStep.CLOSE);
    }

    @Post("/notes/{note}/reopen")
    @Operation(summary = "Open a closed note again")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NoteViews.NoteView.class)))
    HttpResponse<byte[]> reopen(
            HttpRequest<?> request,
            Authentication authentication,
            String note,
            @Body NoteBodies.@Nullable EmptyBody body) {
        return step(request, authentication, note, body, NoteStep.REOPEN);
    }

    @Post("/notes/{note}/visibility")
    @Operation(summary = "Change who sees a note: its author narrower, the secretariat wider as the author agreed")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NoteViews.NoteView.class)))
    HttpResponse<byte[]> show(
            HttpRequest<?> request, Authentication authentication, String note, @Body NoteBodies.VisibilityBody body) {
        return change(
                request,
                authentication,
                note,
                body,
                HttpStatus.OK,
                (actor, found) -> discussion.show(
                        actor, found.id(), expected(request, found), body.visibilityGiven(), body.consentGiven()));
    }

    @Put("/notes/{note}/following")
    @Operation(summary = "Say whether one wants mail of what is added to a note")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = NoteViews.FollowingView.class)))
    NoteViews.FollowingView follow(Authentication authentication, String note, @Body NoteBodies.FollowingBody body) {
        boolean following = body.followingGiven();
        discussion.follow(callers.actor(authentication), id(note), following);
        return new NoteViews.FollowingView(following);
    }

    @Get("/notes/{note}/changes")
    @Operation(summary = "What was done to a note, oldest first; for its author and the secretariat")
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = NoteViews.ChangeView.class))))
    HttpResponse<byte[]> changes(HttpRequest<?> request, Authentication authentication, String note) {
        return representation.of(
                request,
                discussion.changes(callers.actor(authentication), id(note)).stream()
                        .map(NoteViews.ChangeView::of)
                        .toList());
    }

    private HttpResponse<byte[]> pad(
            HttpRequest<?> request,
            Authentication authentication,
            String plan,
            NoteTarget target,
            @Nullable Integer fiscalYear) {
        return representation.of(
                request,
                NoteViews.PadView.of(discussion.pad(callers.actor(authentication), plan, target, year(fiscalYear))));
    }

    private HttpResponse<byte[]> write(
            HttpRequest<?> request,
            Authentication authentication,
            String plan,
            NoteTarget target,
            NoteBodies.NoteBody body) {
        Actor actor = callers.actor(authentication);
        NewNote note = body.on(target);
        return once.answer(
                request,
                actor,
                plan,
                body,
                HttpStatus.CREATED,
                () -> NoteViews.NoteView.of(discussion.write(actor, plan, note)));
    }

    private HttpResponse<byte[]> step(
            HttpRequest<?> request,
            Authentication authentication,
            String note,
            NoteBodies.@Nullable EmptyBody body,
            NoteStep step) {
        return change(
                request,
                authentication,
                note,
                body,
                HttpStatus.OK,
                (actor, found) -> discussion.step(actor, found.id(), expected(request, found), step));
    }

    /** A note that the caller does not see is answered before anything else is looked at. */
    private HttpResponse<byte[]> change(
            HttpRequest<?> request,
            Authentication authentication,
            String note,
            @Nullable Object body,
            HttpStatus status,
            NoteWork work) {
        Actor actor = callers.actor(authentication);
        Note found = discussion.note(actor, id(note));
        return once.answer(
                request, actor, found.plan(), body, status, () -> NoteViews.NoteView.of(work.make(actor, found)));
    }

    private HttpResponse<byte[]> versioned(Note note) {
        return representation.versioned(NoteViews.NoteView.of(note), note.version());
    }

    private static long expected(HttpRequest<?> request, Note found) {
        return expected(request, found.version());
    }

    /** {@code If-Match: *} means the version that is there. */
    private static long expected(HttpRequest<?> request, long present) {
        long expected = Precondition.expectedVersion(request);
        return expected == CellEdit.ANY_VERSION ? present : expected;
    }

    private static Reply replyOf(Note note, String reply) {
        UUID id = PathValues.id(reply);
        return note.replies().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private static NoteId id(String note) {
        return new NoteId(PathValues.id(note));
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

    /** What somebody does with a note that they see. */
    private interface NoteWork {
        Note make(Actor actor, Note found);
    }
}
