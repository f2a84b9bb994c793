package jp.kyosei.backend.api.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import jp.kyosei.backend.idempotency.IdempotencyService;
import jp.kyosei.backend.json.Json;
import jp.kyosei.backend.plan.PlanService;
import jp.kyosei.backend.tenancy.Actor;
import jp.kyosei.backend.tenancy.OwnerId;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.backend.text.TextReading;
import org.jspecify.annotations.Nullable;

/** Answers a POST, once per Idempotency-Key where the client sends one. */
@Singleton
public final class OncePerKey {
    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;

    private final IdempotencyService idempotency;
    private final PlanService plans;
    private final Json json;

    OncePerKey(IdempotencyService idempotency, PlanService plans, Json json) {
        this.idempotency = idempotency;
        this.plans = plans;
        this.json = json;
    }

    /**
     * Does the work of a POST.
     *
     * @param plan the plan it belongs to, which must be the actor's to read
     * @param body what was asked, to tell a repetition from another request
     */
    public HttpResponse<byte[]> answer(
            HttpRequest<?> request,
            Actor actor,
            String plan,
            @Nullable Object body,
            HttpStatus status,
            Supplier<Object> work) {
        return answerOf(request, actor, () -> plans.ownerOf(actor, plan), body, status, work);
    }

    /**
     * The same for what an address names by itself.
     *
     * @param owner finds the owner of the thing, which must be the actor's to read; asked only where there is a key
     */
    public HttpResponse<byte[]> answerOf(
            HttpRequest<?> request,
            Actor actor,
            Supplier<OwnerId> owner,
            @Nullable Object body,
            HttpStatus status,
            Supplier<Object> work) {
        String key = request.getHeaders().get(HEADER);
        if (key == null) {
            return response(status.getCode(), json.text(work.get()));
        }
        if (key.isBlank() || key.length() > LONGEST_KEY || TextKind.NAME.read(key) instanceof TextReading.Wrong) {
            throw new InvalidInputException(HEADER, "Idempotency-Key は1〜200文字で指定してください。");
        }
        String asked = request.getPath() + "\n" + (body == null ? "" : json.text(body));
        IdempotencyService.Answer answer = idempotency.once(
                actor,
                owner.get(),
                key,
                asked,
                () -> new IdempotencyService.Answer(status.getCode(), json.text(work.get())));
        return response(answer.status(), answer.body());
    }

    private static HttpResponse<byte[]> response(int status, String body) {
        return HttpResponse.<byte[]>status(HttpStatus.valueOf(status))
                .body(body.getBytes(StandardCharsets.UTF_8))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
