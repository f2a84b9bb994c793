package jp.kyosei.backend.api.mail;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import jp.kyosei.backend.api.web.Caller;
import jp.kyosei.backend.api.web.InvalidInputException;
import jp.kyosei.backend.api.web.Representation;
import jp.kyosei.backend.mail.MailKind;
import jp.kyosei.backend.mail.MailService;
import jp.kyosei.backend.tenancy.Actor;
import org.jspecify.annotations.Nullable;

/** Which kinds of mail the caller gets. */
@Controller("/api/v1/me/mail")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class MailController {
    private final MailService mail;
    private final Representation representation;

    MailController(MailService mail, Representation representation) {
        this.mail = mail;
        this.representation = representation;
    }

    @Get
    @Operation(summary = "Which kinds of mail I get, by kind")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "object")))
    HttpResponse<byte[]> choices(HttpRequest<?> request, @Caller Actor actor) {
        return representation.of(request, byName(mail.choices(actor)));
    }

    @Put
    @Operation(summary = "Switches the kinds that are named on or off; the others stay")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "object")))
    HttpResponse<byte[]> choose(
            HttpRequest<?> request, @Caller Actor actor, @Body Map<String, @Nullable Object> wanted) {
        mail.choose(actor, byKind(wanted));
        return representation.of(request, byName(mail.choices(actor)));
    }

    /** Values come as JSON has them: read as Boolean, the framework would take any word for false. */
    private static Map<MailKind, Boolean> byKind(Map<String, @Nullable Object> wanted) {
        Map<MailKind, Boolean> choices = new EnumMap<>(MailKind.class);
        wanted.forEach((name, value) -> {
            if (!(value instanceof Boolean choice)) {
                throw new InvalidInputException(name, "true（受け取る）か false（受け取らない）を指定してください。");
            }
            choices.put(kind(name), choice);
        });
        return choices;
    }

    private static MailKind kind(String name) {
        return Arrays.stream(MailKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        name,
                        Arrays.stream(MailKind.values())
                                .map(MailKind::name)
                                .collect(Collectors.joining("、", "メールの種類は次のどれかで指定してください：", ""))));
    }

    private static Map<String, Boolean> byName(Map<MailKind, Boolean> choices) {
        Map<String, Boolean> named = new LinkedHashMap<>();
        choices.forEach((kind, wanted) -> named.put(kind.name(), wanted));
        return named;
    }
}
