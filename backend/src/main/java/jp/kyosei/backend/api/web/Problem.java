package jp.kyosei.backend.api.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * Problem details (RFC 9457) with a stable {@code type}, a Japanese {@code title}, and for input errors the fields.
 *
 * @param type {@code urn:kyosei:problem:} and a stable word
 * @param detail what happened and what to do, in Japanese; never an exception's text
 */
@Serdeable
public record Problem(
        String type, String title, int status, String detail, String instance, List<FieldProblem> errors) {
    static final String MEDIA_TYPE = "application/problem+json";

    /** One field or cell that is wrong, and what to do about it. */
    @Serdeable
    public record FieldProblem(String field, String message) {}

    /**
     * A refusal that concerns no single field.
     *
     * @param word stable, of letters and hyphens
     */
    public static MutableHttpResponse<Problem> response(
            HttpRequest<?> request, HttpStatus status, String word, String title, String detail) {
        return response(request, status, word, title, detail, List.of());
    }

    /** A refusal that names the fields. */
    public static MutableHttpResponse<Problem> response(
            HttpRequest<?> request,
            HttpStatus status,
            String word,
            String title,
            String detail,
            List<FieldProblem> errors) {
        Problem problem =
                new Problem("urn:kyosei:problem:" + word, title, status.getCode(), detail, request.getPath(), errors);
        return HttpResponse.<Problem>status(status).body(problem).contentType(MEDIA_TYPE);
    }
}
