package jp.kyosei.backend.api.notes;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.UUID;
import jp.kyosei.backend.api.web.Caller;
import jp.kyosei.backend.api.web.OncePerKey;
import jp.kyosei.backend.api.web.PathValues;
import jp.kyosei.backend.api.web.Precondition;
import jp.kyosei.backend.api.web.Representation;
import jp.kyosei.backend.collection.entry.CellEdit;
import jp.kyosei.backend.discussion.Note;
import jp.kyosei.backend.discussion.NoteId;
import jp.kyosei.backend.discussion.NoteStep;
import jp.kyosei.backend.discussion.Reply;
import jp.kyosei.backend.discussion.thread.NoteChanging;
import jp.kyosei.backend.discussion.thread.NoteFollowing;
import jp.kyosei.backend.discussion.thread.NoteReading;
import jp.kyosei.backend.discussion.thread.NoteWriting;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.NotFoundException;
import org.jspecify.annotations.Nullable;

/** One note with its thread, and what is done to it. A change names by If-Match the version that it began from. */
@Controller("/api/v1/notes/{note}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class NoteController {
    private final NoteReading reading;
    private final NoteWriting writing;
    private final NoteChanging changing;
    private final NoteFollowing following;
    private final OncePerKey once;
    private final Representation representation;

    NoteController(
            NoteReading reading,
            NoteWriting writing,
            NoteChanging changing,
            NoteFollowing following,
            OncePerKey once,
            Representation representation) {
        this.reading = reading;
        this.writing = writing;
        this.changing = changing;
        this.following = following;
        this.once = once;
        this.representation = representation;
    }

    @Get
    @Operation(summary = "A note with its thread")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NoteViews.NoteView.class)))
    HttpResponse<byte[]> note(@Caller Actor actor, String note) {
        return versioned(reading.note(actor, id(note)));
    }

    @Put
    @Operation(summary = "Edit kind and text of one's own note; the text before stays in its history")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NoteViews.NoteView.class)))
    HttpResponse<byte[]> edit(
            HttpRequest<?> request, @Caller Actor actor, String note, @Body NoteBodies.NoteBody body) {
        Note found = reading.note(actor, id(note));
        return versioned(
                changing.edit(actor, found.id(), expected(request, found), body.kindGiven(), body.textGiven()));
    }

    @Post("/replies")
    @Operation(summary = "Reply to a note, or answer it for secretariat or department")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = NoteViews.NoteView.class)))
    HttpResponse<byte[]> reply(
            HttpRequest<?> request, @Caller Actor actor, String note, @Body NoteBodies.ReplyBody body) {
        return change(
                request,
                actor,
                note,
                body,
                HttpStatus.CREATED,
                found -> writing.reply(actor, found.id(), body.textGiven(), body.isAnswer()));
    }

    @Put("/replies/{reply}")
    @Operation(summary = "Edit one's own reply")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NoteViews.NoteView.class)))
    HttpResponse<byte[]> editReply(
            HttpRequest<?> request, @Caller Actor actor, String note, String reply, @Body NoteBodies.ReplyBody body) {
        Note found = reading.note(actor, id(note));
        Reply replied = replyOf(found, reply);
        Note changed = changing.editReply(
                actor, found.id(), replied.id(), expected(request, replied.version()), body.textGiven());
        return representation.versioned(
                NoteViews.NoteView.of(changed), replyOf(changed, reply).version());
    }

    @Post("/replies/{reply}/withdraw")
    @Operation(summary = "Take one's own reply back")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NoteViews.NoteView.class)))
    HttpResponse<byte[]> withdrawReply(
            HttpRequest<?> request,
            @Caller Actor actor,
            String note,
            String reply,
            @Body NoteBodies.@Nullable EmptyBody body) {
        return change(request, actor, note, body, HttpStatus.OK, found -> {
            Reply replied = replyOf(found, reply);
            return changing.withdrawReply(actor, found.id(), replied.id(), expected(request, replied.version()));
        });
    }

    @Post("/withdraw")
    @Operation(summary = "Take one's own note back")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NoteViews.NoteView.class)))
    HttpResponse<byte[]> withdraw(
            HttpRequest<?> request, @Caller Actor actor, String note, @Body NoteBodies.@Nullable EmptyBody body) {
        return change(
                request,
                actor,
                note,
                body,
                HttpStatus.OK,
                found -> changing.withdraw(actor, found.id(), expected(request, found)));
    }

    @Post("/close")
    @Operation(summary = "Say that nothing more is to be done")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NoteViews.NoteView.class)))
    HttpResponse<byte[]> close(
            HttpRequest<?> request, @Caller Actor actor, String note, @Body NoteBodies.@Nullable EmptyBody body) {
        return step(request, actor, note, body, NoteStep.CLOSE);
    }

    @Post("/reopen")
    @Operation(summary = "Open a closed note again")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NoteViews.NoteView.class)))
    HttpResponse<byte[]> reopen(
            HttpRequest<?> request, @Caller Actor actor, String note, @Body NoteBodies.@Nullable EmptyBody body) {
        return step(request, actor, note, body, NoteStep.REOPEN);
    }

    @Post("/visibility")
    @Operation(summary = "Change who sees a note: its author narrower, the secretariat wider as the author agreed")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NoteViews.NoteView.class)))
    HttpResponse<byte[]> show(
            HttpRequest<?> request, @Caller Actor actor, String note, @Body NoteBodies.VisibilityBody body) {
        return change(
                request,
                actor,
                note,
                body,
                HttpStatus.OK,
                found -> changing.show(
                        actor, found.id(), expected(request, found), body.visibilityGiven(), body.consentGiven()));
    }

    @Put("/following")
    @Operation(summary = "Say whether one wants mail of what is added to a note")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = NoteViews.FollowingView.class)))
    NoteViews.FollowingView follow(@Caller Actor actor, String note, @Body NoteBodies.FollowingBody body) {
        boolean wanted = body.followingGiven();
        following.follow(actor, id(note), wanted);
        return new NoteViews.FollowingView(wanted);
    }

    @Get("/changes")
    @Operation(summary = "What was done to a note, oldest first; for its author and the secretariat")
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = NoteViews.ChangeView.class))))
    HttpResponse<byte[]> changes(HttpRequest<?> request, @Caller Actor actor, String note) {
        return representation.of(
                request,
                reading.changes(actor, id(note)).stream()
                        .map(NoteViews.ChangeView::of)
                        .toList());
    }

    private HttpResponse<byte[]> step(
            HttpRequest<?> request, Actor actor, String note, NoteBodies.@Nullable EmptyBody body, NoteStep step) {
        return change(
                request,
                actor,
                note,
                body,
                HttpStatus.OK,
                found -> changing.step(actor, found.id(), expected(request, found), step));
    }

    /** A note that the caller does not see is answered before anything else is looked at. */
    private HttpResponse<byte[]> change(
            HttpRequest<?> request, Actor actor, String note, @Nullable Object body, HttpStatus status, NoteWork work) {
        Note found = reading.note(actor, id(note));
        return once.answer(request, actor, found.plan(), body, status, () -> NoteViews.NoteView.of(work.make(found)));
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

    /** What somebody does with a note that they see. */
    private interface NoteWork {
        Note make(Note found);
    }
}
