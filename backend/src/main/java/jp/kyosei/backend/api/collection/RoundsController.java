package jp.kyosei.backend.api.collection;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.util.Objects;
import jp.kyosei.backend.api.web.Caller;
import jp.kyosei.backend.api.web.InvalidInputException;
import jp.kyosei.backend.api.web.OncePerKey;
import jp.kyosei.backend.api.web.PathValues;
import jp.kyosei.backend.api.web.Representation;
import jp.kyosei.backend.collection.CollectionService;
import jp.kyosei.backend.collection.board.BoardService;
import jp.kyosei.backend.collection.reminder.TaskReminders;
import jp.kyosei.backend.collection.round.CollectionRound;
import jp.kyosei.backend.collection.task.TaskService;
import jp.kyosei.backend.collection.task.TaskStep;
import jp.kyosei.backend.figure.FiscalYear;
import jp.kyosei.backend.tenancy.Actor;
import org.jspecify.annotations.Nullable;

/** The yearly collections of a plan. */
@Controller("/api/v1/plans/{plan}/rounds")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RoundsController {
    private final CollectionService collections;
    private final TaskService tasks;
    private final TaskReminders reminders;
    private final BoardService boards;
    private final OncePerKey once;
    private final Representation representation;
    private final Clock clock;

    RoundsController(
            CollectionService collections,
            TaskService tasks,
            TaskReminders reminders,
            BoardService boards,
            OncePerKey once,
            Representation representation,
            Clock clock) {
        this.collections = collections;
        this.tasks = tasks;
        this.reminders = reminders;
        this.boards = boards;
        this.once = once;
        this.representation = representation;
        this.clock = clock;
    }

    @Get
    @Operation(summary = "The collections of a plan, newest first")
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = RoundViews.RoundView.class))))
    HttpResponse<byte[]> rounds(HttpRequest<?> request, @Caller Actor actor, String plan) {
        return representation.of(
                request,
                collections.overview(actor, plan).rounds().stream()
                        .map(RoundViews.RoundView::of)
                        .toList());
    }

    @Get("/{fiscalYear}")
    @Operation(summary = "A collection with its tasks: all for the secretariat, a town's own for the town")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = RoundViews.BoardView.class)))
    HttpResponse<byte[]> round(HttpRequest<?> request, @Caller Actor actor, String plan, String fiscalYear) {
        return representation.of(request, board(actor, plan, PathValues.year(fiscalYear)));
    }

    @Post
    @Operation(summary = "Open a collection")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = RoundViews.RoundView.class)))
    HttpResponse<byte[]> open(
            HttpRequest<?> request, @Caller Actor actor, String plan, @Body RoundBodies.OpenBody body) {
        return once.answer(request, actor, plan, body, HttpStatus.CREATED, () -> {
            CollectionRound round = collections.open(actor, plan, body.order(clock));
            return RoundViews.RoundView.of(round);
        });
    }

    @Post("/{fiscalYear}/submit")
    @Operation(summary = "Submit what is entered: all that the caller may, or the tasks named")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RoundViews.StepView.class)))
    HttpResponse<byte[]> submit(
            HttpRequest<?> request,
            @Caller Actor actor,
            String plan,
            String fiscalYear,
            @Body RoundBodies.@Nullable TasksBody body) {
        return step(request, actor, plan, fiscalYear, TaskStep.SUBMIT, body);
    }

    @Post("/{fiscalYear}/withdraw")
    @Operation(summary = "Take back what is submitted and not confirmed")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RoundViews.StepView.class)))
    HttpResponse<byte[]> withdraw(
            HttpRequest<?> request,
            @Caller Actor actor,
            String plan,
            String fiscalYear,
            @Body RoundBodies.@Nullable TasksBody body) {
        return step(request, actor, plan, fiscalYear, TaskStep.WITHDRAW, body);
    }

    @Post("/{fiscalYear}/approve")
    @Operation(summary = "Approve what waits for the superior")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RoundViews.StepView.class)))
    HttpResponse<byte[]> approve(
            HttpRequest<?> request,
            @Caller Actor actor,
            String plan,
            String fiscalYear,
            @Body RoundBodies.@Nullable TasksBody body) {
        return step(request, actor, plan, fiscalYear, TaskStep.APPROVE, body);
    }

    @Post("/{fiscalYear}/return")
    @Operation(summary = "Send back with a comment; also opens what is confirmed")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RoundViews.StepView.class)))
    HttpResponse<byte[]> sendBack(
            HttpRequest<?> request,
            @Caller Actor actor,
            String plan,
            String fiscalYear,
            @Body RoundBodies.@Nullable TasksBody body) {
        return step(request, actor, plan, fiscalYear, TaskStep.RETURN, body);
    }

    @Post("/{fiscalYear}/confirm")
    @Operation(summary = "Confirm what is submitted")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RoundViews.StepView.class)))
    HttpResponse<byte[]> confirm(
            HttpRequest<?> request,
            @Caller Actor actor,
            String plan,
            String fiscalYear,
            @Body RoundBodies.@Nullable TasksBody body) {
        return step(request, actor, plan, fiscalYear, TaskStep.CONFIRM, body);
    }

    @Post("/{fiscalYear}/extend")
    @Operation(summary = "Give more time")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = RoundViews.BoardView.class)))
    HttpResponse<byte[]> extend(
            HttpRequest<?> request,
            @Caller Actor actor,
            String plan,
            String fiscalYear,
            @Body RoundBodies.TasksBody body) {
        return change(request, actor, plan, fiscalYear, body, year -> {
            if (body.dueOn() == null) {
                throw new InvalidInputException("dueOn", "新しい期限を 2024-05-31 の形で指定してください。");
            }
            tasks.extend(actor, plan, year, body.dueOn(), body.selection(), body.words());
        });
    }

    @Post("/{fiscalYear}/close")
    @Operation(summary = "Close a collection")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = RoundViews.BoardView.class)))
    HttpResponse<byte[]> close(
            HttpRequest<?> request,
            @Caller Actor actor,
            String plan,
            String fiscalYear,
            @Body RoundBodies.@Nullable TasksBody body) {
        return change(request, actor, plan, fiscalYear, body, year -> collections.close(actor, plan, year));
    }

    @Post("/{fiscalYear}/reopen")
    @Operation(summary = "Open a closed collection again, with a reason")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = RoundViews.BoardView.class)))
    HttpResponse<byte[]> reopen(
            HttpRequest<?> request,
            @Caller Actor actor,
            String plan,
            String fiscalYear,
            @Body RoundBodies.@Nullable TasksBody body) {
        return change(
                request,
                actor,
                plan,
                fiscalYear,
                body,
                year -> collections.reopen(actor, plan, year, given(body).words()));
    }

    @Post("/{fiscalYear}/remind")
    @Operation(summary = "Remind the departments that have not answered, each at most once a day")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = RoundViews.RemindedView.class)))
    HttpResponse<byte[]> remind(
            HttpRequest<?> request,
            @Caller Actor actor,
            String plan,
            String fiscalYear,
            @Body RoundBodies.@Nullable TasksBody body) {
        FiscalYear year = PathValues.year(fiscalYear);
        RoundBodies.TasksBody given = given(body);
        return once.answer(request, actor, plan, given, HttpStatus.OK, () -> {
            return RoundViews.RemindedView.of(reminders.remind(actor, plan, year, given.selection()));
        });
    }

    private HttpResponse<byte[]> step(
            HttpRequest<?> request,
            Actor actor,
            String plan,
            String fiscalYear,
            TaskStep step,
            RoundBodies.@Nullable TasksBody body) {
        FiscalYear year = PathValues.year(fiscalYear);
        RoundBodies.TasksBody given = given(body);
        return once.answer(
                request,
                actor,
                plan,
                given,
                HttpStatus.OK,
                () -> RoundViews.StepView.of(tasks.step(
                        actor, plan, year, step, given.selection(), given.words(), open -> given.knowsWhatIsOpen())));
    }

    private HttpResponse<byte[]> change(
            HttpRequest<?> request,
            Actor actor,
            String plan,
            String fiscalYear,
            RoundBodies.@Nullable TasksBody body,
            RoundChange work) {
        FiscalYear year = PathValues.year(fiscalYear);
        return once.answer(request, actor, plan, given(body), HttpStatus.OK, () -> {
            work.make(year);
            return board(actor, plan, year);
        });
    }

    private RoundViews.BoardView board(Actor actor, String plan, FiscalYear year) {
        return RoundViews.BoardView.of(boards.board(actor, plan, year));
    }

    private static RoundBodies.TasksBody given(RoundBodies.@Nullable TasksBody body) {
        return Objects.requireNonNullElse(body, RoundBodies.TasksBody.NOTHING);
    }

    /** What a secretariat does with a whole round. */
    private interface RoundChange {
        void make(FiscalYear year);
    }
}
