package jp.kyosei.backend.api.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * What REST answers names people or is of somebody's right to see it: no program between keeps it, errors included. Nor what
 * leads in and out, or says how the service is.
 */
@ServerFilter({"/api/**", "/oauth/**", "/health/**"})
final class KeptNowhere {
    static final String PRIVATE = "private, no-store";

    @ResponseFilter
    void forbidKeeping(MutableHttpResponse<?> response) {
        if (!response.getHeaders().contains(HttpHeaders.CACHE_CONTROL)) {
            response.header(HttpHeaders.CACHE_CONTROL, PRIVATE);
        }
    }
}
