package jp.kyosei.ui.server;

import jakarta.inject.Singleton;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;

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

    static Optional<InvalidParameterException> unreadable(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .filter(InvalidParameterException.class::isInstance)
                .map(InvalidParameterException.class::cast)
                .findFirst();
    }
}
