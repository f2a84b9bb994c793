package jp.kyosei.ui.server;

import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;

/**
 * A query or a form that cannot be decoded is the visitor's fault wherever it is found out: by a filter, by Vaadin, or by
 * Micronaut, which would answer that something is wrong with the server.
 */
@Singleton
class UnreadableRequests implements Filter {
    private static final int MOST_CAUSES = 10;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!hasReadableAddress((HttpServletRequest) request)
                || !hasReadableType(request)
                || isFormToScreen((HttpServletRequest) request)) {
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException failure) {
            Optional<InvalidParameterException> unreadable = unreadable(failure);
            if (unreadable.isEmpty() || response.isCommitted()) {
                throw failure;
            }
            ((HttpServletResponse) response).sendError(unreadable.get().getErrorCode());
        }
    }

    /** Micronaut takes an address apart before anything could say what is wrong with it. */
    private static boolean hasReadableAddress(HttpServletRequest request) {
        @Nullable String query = request.getQueryString();
        try {
            var _ = new URI(query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query);
            return true;
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }

    private static boolean hasReadableType(ServletRequest request) {
        @Nullable String type = request.getContentType();
        try {
            return type == null || !MediaType.of(type).getName().isEmpty();
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** Our pages send a file as the body. A form of parts comes from nobody, and Vaadin fails on one that it cannot read. */
    private static boolean isFormToScreen(HttpServletRequest request) {
        @Nullable String type = request.getContentType();
        String path = Objects.requireNonNullElse(request.getServletPath(), "")
                + Objects.requireNonNullElse(request.getPathInfo(), "");
        return type != null
                && path.startsWith("/VAADIN/")
                && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static Optional<InvalidParameterException> unreadable(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .filter(InvalidParameterException.class::isInstance)
                .map(InvalidParameterException.class::cast)
                .findFirst();
    }
}
