package jp.kyosei.backend.api.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import jp.kyosei.backend.tenancy.NotFoundException;
import jp.kyosei.backend.text.Quote;
import jp.kyosei.backend.text.TextKind;
import jp.kyosei.backend.text.TextReading;

/** Addresses and queries hold texts of one line; with anything else in it an address leads nowhere, and a query is named. */
@ServerFilter("/api/**")
final class PlainRequest {
    @RequestFilter
    void refuse(HttpRequest<?> request) {
        if (isNoText(request.getPath()) || isNoText(decoded(request.getPath()))) {
            throw new NotFoundException();
        }
        String query = Objects.requireNonNullElse(request.getUri().getRawQuery(), "");
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = decoded(equals < 0 ? parameter : parameter.substring(0, equals));
            String value = equals < 0 ? "" : decoded(parameter.substring(equals + 1));
            if (isNoText(name)) {
                throw new InvalidInputException(Quote.of(name), "文字として扱えないものが入っています。");
            }
            if (TextKind.PARAMETER.read(value) instanceof TextReading.Wrong wrong
                    && !(wrong instanceof TextReading.SeveralLines)) {
                throw new InvalidInputException(Quote.of(name), wrong.message(Quote.of(name)));
            }
        }
    }

    private static boolean isNoText(String text) {
        return TextKind.PARAMETER.read(text) instanceof TextReading.NoText;
    }

    /** As it stands where it is no encoding of anything. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
