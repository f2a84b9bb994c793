package jp.kyosei.backend.api.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import java.net.InetSocketAddress;
import java.util.Optional;
import jp.kyosei.backend.tenancy.SecurityLog;
import org.jspecify.annotations.Nullable;

/** Tells the log for security of requests that were refused; of an address only its path, for a query holds values. */
final class Watch {
    private Watch() {}

    static void refused(String event, HttpRequest<?> request) {
        String who = request.getUserPrincipal(Authentication.class)
                .map(Authentication::getName)
                .orElse("");
        SecurityLog.accessRefused(event, who, request.getPath(), from(request));
    }

    static void withoutLogin(HttpRequest<?> request) {
        SecurityLog.loginMissing(request.getMethodName(), request.getPath(), from(request));
    }

    private static @Nullable String from(HttpRequest<?> request) {
        return Optional.<@Nullable InetSocketAddress>ofNullable(request.getRemoteAddress())
                .map(InetSocketAddress::getAddress)
                .map(address -> address.getHostAddress())
                .orElse(null);
    }
}
