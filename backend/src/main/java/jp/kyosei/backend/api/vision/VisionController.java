package jp.kyosei.backend.api.vision;

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
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.vision.VisionService;

/** The material of the next plan's picture of the future: for committee and secretariat. */
@Controller("/api/v1/plans/{plan}/vision")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class VisionController {
    private final VisionService vision;
    private final OncePerKey once;
    private final Representation representation;

    VisionController(VisionService vision, OncePerKey once, Representation representation) {
        this.vision = vision;
        this.once = once;
        this.representation = representation;
    }

    @Get
    @Operation(summary = "Themes and phrases, each with where it came from")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = VisionViews.BoardView.class)))
    HttpResponse<byte[]> board(HttpRequest<?> request, @Caller Actor actor, String plan) {
        return representation.of(request, board(actor, plan));
    }

    @Post("/themes")
    @Operation(summary = "Add a theme")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = VisionViews.BoardView.class)))
    HttpResponse<byte[]> addTheme(
            HttpRequest<?> request, @Caller Actor actor, String plan, @Body VisionViews.ThemeBody body) {
        return once.answer(request, actor, plan, body, HttpStatus.CREATED, () -> {
            vision.addTheme(actor, plan, body.words());
            return board(actor, plan);
        });
    }

    @Put("/themes/{theme}")
    @Operation(summary = "Rename a theme")
    HttpResponse<byte[]> renameTheme(
            HttpRequest<?> request, @Caller Actor actor, String plan, String theme, @Body VisionViews.ThemeBody body) {
        long version = Precondition.expectedVersion(request);
        vision.renameTheme(actor, plan, PathValues.id(theme), version, body.words());
        return representation.of(request, board(actor, plan));
    }

    @Delete("/themes/{theme}")
    @Operation(summary = "Remove a theme that has no phrases")
    HttpResponse<byte[]> removeTheme(HttpRequest<?> request, @Caller Actor actor, String plan, String theme) {
        vision.removeTheme(actor, plan, PathValues.id(theme), Precondition.expectedVersion(request));
        return representation.of(request, board(actor, plan));
    }

    @Post("/phrases")
    @Operation(summary = "Quote a phrase from a note, a survey or elsewhere")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = VisionViews.BoardView.class)))
    HttpResponse<byte[]> quote(
            HttpRequest<?> request, @Caller Actor actor, String plan, @Body VisionViews.PhraseBody body) {
        return once.answer(request, actor, plan, body, HttpStatus.CREATED, () -> {
            vision.quote(actor, plan, body.phrase());
            return board(actor, plan);
        });
    }

    @Put("/phrases/{phrase}")
    @Operation(summary = "Move a phrase under another theme, or out of all")
    HttpResponse<byte[]> move(
            HttpRequest<?> request, @Caller Actor actor, String plan, String phrase, @Body VisionViews.MoveBody body) {
        vision.move(actor, plan, PathValues.id(phrase), Precondition.expectedVersion(request), body.themeId());
        return representation.of(request, board(actor, plan));
    }

    @Delete("/phrases/{phrase}")
    @Operation(summary = "Remove a phrase")
    HttpResponse<byte[]> remove(HttpRequest<?> request, @Caller Actor actor, String plan, String phrase) {
        vision.remove(actor, plan, PathValues.id(phrase), Precondition.expectedVersion(request));
        return representation.of(request, board(actor, plan));
    }

    private VisionViews.BoardView board(Actor actor, String plan) {
        return VisionViews.BoardView.of(vision.board(actor, plan));
    }
}
