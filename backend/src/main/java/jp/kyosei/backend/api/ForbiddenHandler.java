package jp.kyosei.backend.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.Objects;
import jp.kyosei.backend.tenancy.ForbiddenException;

@Singleton
final class ForbiddenHandler implements ExceptionHandler<ForbiddenException, HttpResponse<Problem>> {
    @Override
    public HttpResponse<Problem> handle(HttpRequest request, ForbiddenException exception) {
        return Problem.response(
                request,
                HttpStatus.FORBIDDEN,
                "forbidden",
                "この操作はできません",
                Objects.requireNonNullElse(exception.getMessage(), "この操作を行う権限がありません。"));
    }
}
