package jp.kyosei.backend.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import java.util.List;
import java.util.Objects;
import jp.kyosei.backend.plan.FiscalYearOutsidePlanException;
import jp.kyosei.backend.tenancy.ForbiddenException;
import jp.kyosei.backend.tenancy.NotFoundException;

/** Answers what the services refuse: absent (or another owner's), forbidden, and wrong input. */
@Controller
final class DomainProblems {
    @Error(global = true)
    HttpResponse<Problem> notFound(HttpRequest<?> request, NotFoundException exception) {
        return ProblemResponses.notFound(request);
    }

    @Error(global = true)
    HttpResponse<Problem> forbidden(HttpRequest<?> request, ForbiddenException exception) {
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
        return Problem.response(
                request,
                HttpStatus.BAD_REQUEST,
                "invalid-input",
                "年度に誤りがあります",
                message,
                List.of(new Problem.FieldProblem("fiscalYear", message)));
    }

    @Error(global = true)
    HttpResponse<Problem> invalidInput(HttpRequest<?> request, InvalidInputException exception) {
        String message = Objects.requireNonNullElse(exception.getMessage(), "");
        return Problem.response(
                request,
                HttpStatus.BAD_REQUEST,
                "invalid-input",
                "入力に誤りがあります",
                message,
                List.of(new Problem.FieldProblem(exception.field(), message)));
    }
}
