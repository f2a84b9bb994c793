package jp.kyosei.backend.api.collection;

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
import jp.kyosei.backend.api.web.PathValues;
import jp.kyosei.backend.collection.RoundChanging;
import jp.kyosei.backend.collection.board.BoardService;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.tenancy.Actor;

/** Changes what an open collection asks for; single due dates are changed by {@code extend}. */
@Controller("/api/v1/plans/{plan}/rounds")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RoundChangesController {
    private final RoundChanging changing;
    private final BoardService boards;
    private final OncePerKey once;

    RoundChangesController(RoundChanging changing, BoardService boards, OncePerKey once) {
        this.changing = changing;
        this.boards = boards;
        this.once = once;
    }

    @Post("/{fiscalYear}/change")
    @Operation(
            summary = "Change the indicators, the municipalities and the text of an open collection",
            description =
                    "Whatever is taken out although somebody has answered it is refused (answered-tasks) until acknowledged is "
                            + "true; what was entered stays, and goes on if it is asked for again.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = RoundViews.BoardView.class)))
    HttpResponse<byte[]> change(
            HttpRequest<?> request,
            @Caller Actor actor,
            String plan,
            String fiscalYear,
            @Body RoundBodies.ChangeBody body) {
        FiscalYear year = PathValues.year(fiscalYear);
        return once.answer(request, actor, plan, body, HttpStatus.OK, () -> {
            changing.change(actor, plan, year, body.change());
            return RoundViews.BoardView.of(boards.board(actor, plan, year));
        });
    }
}
