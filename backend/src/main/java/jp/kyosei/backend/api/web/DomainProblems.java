package jp.kyosei.backend.api.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import java.util.List;
import java.util.Objects;
import jp.kyosei.backend.collection.AnsweredTasksException;
import jp.kyosei.backend.collection.step.OpenPointsException;
import jp.kyosei.backend.collection.task.OpenPoint;
import jp.kyosei.backend.idempotency.KeyUsedOtherwiseException;
import jp.kyosei.backend.importing.document.ImportRefusedException;
import jp.kyosei.backend.load.BusyException;
import jp.kyosei.backend.plan.FiscalYearOutsidePlanException;
import jp.kyosei.backend.report.order.OrderGoneException;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.MissingTextException;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.tenancy.RefusedException;
import jp.kyosei.backend.tenancy.StaleException;
import jp.kyosei.backend.tenancy.WrongTextException;

/** Answers what the services refuse: absent (or another owner's), forbidden, and wrong input. */
@Controller
final class DomainProblems {
    @Error(global = true)
    HttpResponse<Problem> notFound(HttpRequest<?> request, NotFoundException exception) {
        Watch.refused("not-found", request);
        return ProblemResponses.notFound(request);
    }

    @Error(global = true)
    HttpResponse<Problem> orderGone(HttpRequest<?> request, OrderGoneException exception) {
        Watch.refused("not-found", request);
        return Problem.response(
                request,
                HttpStatus.NOT_FOUND,
                "not-found",
                "見つかりません",
                Objects.requireNonNullElse(exception.getMessage(), ""));
    }

    @Error(global = true)
    HttpResponse<Problem> forbidden(HttpRequest<?> request, ForbiddenException exception) {
        Watch.refused("access-refused", request);
        return Problem.response(
                request,
                HttpStatus.FORBIDDEN,
                "forbidden",
                "この操作はできません",
                Objects.requireNonNullElse(exception.getMessage(), "この操作を行う権限がありません。"));
    }

    @Error(global = true)
    HttpResponse<Problem> fiscalYear(HttpRequest<?> request, FiscalYearOutsidePlanException exception) {
        String message = Objects.requireNonNullElse(exception.getMessage(), "計画期間の年度ではありません。");
        return ofField(request, HttpStatus.BAD_REQUEST, "invalid-input", "年度に誤りがあります", "fiscalYear", message);
    }

    @Error(global = true)
    HttpResponse<Problem> invalidInput(HttpRequest<?> request, InvalidInputException exception) {
        String message = Objects.requireNonNullElse(exception.getMessage(), "");
        return ofField(request, HttpStatus.BAD_REQUEST, "invalid-input", "入力に誤りがあります", exception.field(), message);
    }

    @Error(global = true)
    HttpResponse<Problem> wrongText(HttpRequest<?> request, WrongTextException exception) {
        return invalidInput(
                request,
                new InvalidInputException(
                        exception.field(), Objects.requireNonNullElse(exception.getMessage(), "この文は保存できません。")));
    }

    @Error(global = true)
    HttpResponse<Problem> refused(HttpRequest<?> request, RefusedException exception) {
        return Problem.response(
                request,
                HttpStatus.CONFLICT,
                "refused",
                "いまはできません",
                Objects.requireNonNullElse(exception.getMessage(), "状態を確かめてから、もう一度行ってください。"));
    }

    @Error(global = true)
    HttpResponse<Problem> busy(HttpRequest<?> request, BusyException exception) {
        return Problem.response(
                        request,
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-requests",
                        "混み合っています",
                        Objects.requireNonNullElse(exception.getMessage(), "少し待ってから、もう一度行ってください。"))
                .header(HttpHeaders.RETRY_AFTER, Long.toString(exception.retryAfterSeconds()));
    }

    @Error(global = true)
    HttpResponse<Problem> missingText(HttpRequest<?> request, MissingTextException exception) {
        String message = Objects.requireNonNullElse(exception.getMessage(), "");
        return ofField(request, HttpStatus.CONFLICT, "refused", "いまはできません", exception.field(), message);
    }

    @Error(global = true)
    HttpResponse<Problem> openPoints(HttpRequest<?> request, OpenPointsException exception) {
        return Problem.response(
                request,
                HttpStatus.CONFLICT,
                "open-findings",
                "確かめることがあります",
                "%sがあります。値を確かめ、そのまま進めるときは acknowledged を true にして送り直してください。"
                        .formatted(OpenPoint.counts(exception.points())),
                exception.points().stream()
                        .map(point -> new Problem.FieldProblem(
                                "%s/%s"
                                        .formatted(
                                                point.no(), point.municipality().value()),
                                "%s：%s".formatted(point.label(), point.message())))
                        .toList());
    }

    @Error(global = true)
    HttpResponse<Problem> answeredTasks(HttpRequest<?> request, AnsweredTasksException exception) {
        return Problem.response(
                request,
                HttpStatus.CONFLICT,
                "answered-tasks",
                "既に入力されています",
                exception.getMessage() + "そのまま外すときは acknowledged を true にして送り直してください。",
                exception.answered().stream()
                        .map(answered -> new Problem.FieldProblem("indicators", answered))
                        .toList());
    }

    @Error(global = true)
    HttpResponse<Problem> bodyRefused(HttpRequest<?> request, BodyRefusedException exception) {
        return Problem.response(
                request,
                exception.status(),
                exception.type(),
                exception.title(),
                Objects.requireNonNullElse(exception.getMessage(), ""));
    }

    @Error(global = true)
    HttpResponse<Problem> importRefused(HttpRequest<?> request, ImportRefusedException exception) {
        return Problem.response(
                request,
                HttpStatus.CONFLICT,
                "import-refused",
                "取り込めません",
                Objects.requireNonNullElse(exception.getMessage(), "直すところがあります。"),
                exception.problems().stream()
                        .map(problem -> new Problem.FieldProblem(problem.place(), problem.message()))
                        .toList());
    }

    @Error(global = true)
    HttpResponse<Problem> stale(HttpRequest<?> request, StaleException exception) {
        return Problem.response(
                request, HttpStatus.PRECONDITION_FAILED, "stale", "ほかの人が先に変更しました", "読み直して、いまの値を確かめてから送り直してください。");
    }

    @Error(global = true)
    HttpResponse<Problem> preconditionRequired(HttpRequest<?> request, PreconditionRequiredException exception) {
        return Problem.response(
                request,
                HttpStatus.PRECONDITION_REQUIRED,
                "precondition-required",
                "If-Match が必要です",
                "先に GET で読み、その ETag を If-Match に付けて送ってください。ほかの人の入力を消さないためです。");
    }

    @Error(global = true)
    HttpResponse<Problem> keyUsedOtherwise(HttpRequest<?> request, KeyUsedOtherwiseException exception) {
        return Problem.response(
                request,
                HttpStatus.UNPROCESSABLE_ENTITY,
                "idempotency-key-used",
                "Idempotency-Key が別の要求に使われています",
                "新しい要求には、新しい Idempotency-Key を付けてください。");
    }

    /** A problem that lies in one field, which it names. */
    private static HttpResponse<Problem> ofField(
            HttpRequest<?> request, HttpStatus status, String type, String title, String field, String message) {
        return Problem.response(
                request, status, type, title, message, List.of(new Problem.FieldProblem(field, message)));
    }
}
