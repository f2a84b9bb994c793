package jp.kyosei.backend.api.web;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns every error that the framework finds — routing, conversion, media types, sizes, bugs — into problem details in
 * Japanese. The framework's own text, which may carry an exception's message, never leaves the server.
 */
@Singleton
@Primary
final class ProblemResponses implements ErrorResponseProcessor<Problem> {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemResponses.class);
    private static final String RETRY_SECONDS = "5";
    private static final int MOST_CAUSES = 20;

    @Override
    public MutableHttpResponse<Problem> processResponse(ErrorContext context, MutableHttpResponse<?> baseResponse) {
        HttpRequest<?> request = context.getRequest();
        HttpStatus status = baseResponse.status();
        if (status == HttpStatus.UNAUTHORIZED) {
            Watch.withoutLogin(request);
        } else if (status == HttpStatus.FORBIDDEN) {
            Watch.refused("access-refused", request);
        }
        MutableHttpResponse<Problem> response = problem(request, status, context);
        baseResponse.getHeaders().forEach((name, values) -> {
            // What a filter has set stands in the answer already, whichever of the two objects is asked.
            if (!response.getHeaders().contains(name) && !name.equalsIgnoreCase("Content-Length")) {
                values.forEach(value -> response.header(name, value));
            }
        });
        if (!response.getHeaders().contains(HttpHeaders.CACHE_CONTROL)) {
            // Who is turned away for want of a login is answered before the filter that says so of all others.
            response.header(HttpHeaders.CACHE_CONTROL, KeptNowhere.PRIVATE);
        }
        return response;
    }

    private static MutableHttpResponse<Problem> problem(
            HttpRequest<?> request, HttpStatus status, ErrorContext context) {
        return switch (status) {
            case BAD_REQUEST ->
                Problem.response(
                        request,
                        status,
                        "invalid-input",
                        "入力に誤りがあります",
                        "指定された値を読み取れませんでした。各項目の説明を確認して、もう一度送ってください。",
                        fields(context));
            case UNAUTHORIZED ->
                Problem.response(
                        request, status, "login-required", "ログインが必要です", "有効なアクセストークンがありません。期限切れのときは、ログインし直してください。");
            case FORBIDDEN -> Problem.response(request, status, "forbidden", "この操作はできません", "この操作を行う権限がありません。");
            case NOT_FOUND -> notFound(request);
            case METHOD_NOT_ALLOWED ->
                Problem.response(
                        request, status, "method-not-allowed", "この方法では利用できません", "このアドレスでは、その HTTP メソッドは使えません。");
            case NOT_ACCEPTABLE ->
                Problem.response(
                        request, status, "not-acceptable", "その形式では返せません", "Accept には application/json を指定してください。");
            case UNSUPPORTED_MEDIA_TYPE ->
                Problem.response(
                        request,
                        status,
                        "unsupported-media-type",
                        "その形式では受け取れません",
                        "Content-Type には application/json を指定してください。");
            case REQUEST_ENTITY_TOO_LARGE ->
                Problem.response(request, status, "too-large", "送られたデータが大きすぎます", "本文を小さく分けて送ってください。");
            default ->
                status.getCode() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()
                        ? unexpected(request, status, context.getRootCause())
                        : Problem.response(request, status, "refused", "受け付けられませんでした", "要求の内容を確認して、もう一度送ってください。");
        };
    }

    /** The same answer for what is absent and for what is another owner's. */
    static MutableHttpResponse<Problem> notFound(HttpRequest<?> request) {
        return Problem.response(request, HttpStatus.NOT_FOUND, "not-found", "見つかりません", "指定されたものはないか、閲覧できる範囲にありません。");
    }

    private static MutableHttpResponse<Problem> unexpected(
            HttpRequest<?> request, HttpStatus status, Optional<Throwable> cause) {
        if (cause.filter(ProblemResponses::isAbsentDatabase).isPresent()) {
            LOG.warn("the database does not answer: {} {}", request.getMethodName(), request.getPath());
            return Problem.response(
                            request,
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "unavailable",
                            "しばらく利用できません",
                            "データベースに接続できません。保存はされていません。少し待ってから、もう一度送ってください。")
                    .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        if (cause.filter(ProblemResponses::isGivenUp).isPresent()) {
            LOG.warn("the database took too long: {} {}", request.getMethodName(), request.getPath());
            return Problem.response(
                            request,
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "unavailable",
                            "時間がかかりすぎました",
                            "処理に時間がかかりすぎたため、中止しました。保存はされていません。少し待ってから、もう一度送ってください。")
                    .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        if (cause.filter(ProblemResponses::isUnreadableRequest).isPresent()) {
            String message = "送られた部分（ファイル名や項目）を読み取れません。ファイル名を短くするか、送り方を確かめてください。";
            return Problem.response(
                    request,
                    HttpStatus.BAD_REQUEST,
                    "invalid-input",
                    "入力に誤りがあります",
                    message,
                    List.of(new Problem.FieldProblem("file", message)));
        }
        String number = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("error {} at {} {}", number, request.getMethodName(), request.getPath(), cause.orElse(null));
        return Problem.response(
                request,
                status,
                "unexpected",
                "処理できませんでした",
                "思わぬ誤りが起きました。保存はされていません。続くときは番号 %s を添えて運用担当に連絡してください。".formatted(number));
    }

    /** What the server itself cannot take apart: parts whose head is too long, names with NUL. */
    private static boolean isUnreadableRequest(Throwable thrown) {
        return causes(thrown)
                .anyMatch(cause ->
                        cause instanceof InvalidParameterException || cause instanceof InvalidFileNameException);
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(MOST_CAUSES);
    }

    /** By the time that a statement may take, or that one may wait for a lock. */
    private static boolean isGivenUp(Throwable thrown) {
        return causes(thrown)
                .anyMatch(cause -> cause instanceof SQLException sql
                        && ("57014".equals(sql.getSQLState()) || "55P03".equals(sql.getSQLState())));
    }

    /** Connection refused or lost (SQL state 08), the server going down (57P), or no connection in time. */
    private static boolean isAbsentDatabase(Throwable thrown) {
        return causes(thrown)
                .anyMatch(cause -> cause instanceof SQLTransientConnectionException
                        || (cause instanceof SQLException sql
                                && sql.getSQLState() != null
                                && (sql.getSQLState().startsWith("08")
                                        || sql.getSQLState().startsWith("57P"))));
    }

    private static List<Problem.FieldProblem> fields(ErrorContext context) {
        return context.getErrors().stream()
                .flatMap(error -> error.getPath().stream())
                .map(path -> new Problem.FieldProblem(path.replaceFirst("^/", ""), "この値を読み取れません。"))
                .toList();
    }
}
