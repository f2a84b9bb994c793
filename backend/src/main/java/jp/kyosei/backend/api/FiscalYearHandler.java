package jp.kyosei.backend.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import jp.kyosei.backend.plan.FiscalYearOutsidePlanException;

@Singleton
final class FiscalYearHandler implements ExceptionHandler<FiscalYearOutsidePlanException, HttpResponse<Problem>> {
    @Override
    public HttpResponse<Problem> handle(HttpRequest request, FiscalYearOutsidePlanException exception) {
        String message = Objects.requireNonNullElse(exception.getMessage(), "計画期間の年度ではありません。");
        return Problem.response(
                request,
                HttpStatus.BAD_REQUEST,
                "invalid-input",
                "年度に誤りがあります",
                message,
                List.of(new Problem.FieldProblem("fiscalYear", message)));
    }
}
