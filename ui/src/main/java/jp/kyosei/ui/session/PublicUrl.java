package jp.kyosei.ui.session;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.DefaultHttpHostResolver;
import io.micronaut.http.server.util.HttpHostResolver;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * The address that people type. It is configured and never taken from a request's headers, so that nobody can lead a
 * login elsewhere by sending a made-up host.
 */
@Singleton
@Replaces(DefaultHttpHostResolver.class)
public class PublicUrl implements HttpHostResolver {
    private final String base;

    PublicUrl(@Value("${kyosei.public-url:}") String configured, @Value("${micronaut.server.port:8080}") int port) {
        String base = configured.isBlank() ? "http://localhost:" + port : configured;
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface declares it
    public String resolve(@Nullable HttpRequest request) {
        return base;
    }

    /** Whether people come by https, be it to this process or to a proxy before it. */
    public boolean isSecure() {
        return base.startsWith("https:");
    }

    public String of(String path) {
        return base + path;
    }
}
