package jp.kyosei.ui.server;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import jp.kyosei.ui.session.LoginFilter;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;

/**
 * What is sent compressed: text of more than {@value #LEAST_BYTES} bytes, unless another site could cause the answer in
 * somebody's name. Whoever can have a page opened over and over, put words of their own into it and see how long the answer is,
 * guesses what else is in it (BREACH), and the answer that opens a screen holds the secret of its session. So an address that
 * a browser opens by itself, with the session's cookie, is answered as it is. What an open screen sends (POST, with that
 * secret), REST (with a token that no browser sends by itself) and files that are the same for everybody are compressed.
 */
final class Compression extends ValveBase {
    private static final int LEAST_BYTES = 1024;
    private static final String TEXTS = String.join(
            ",",
            "application/json",
            "application/problem+json",
            "application/yaml",
            "image/svg+xml",
            "text/css",
            "text/csv",
            "text/html",
            "text/javascript",
            "text/plain");
    /** Answered by controllers that know nobody by a cookie. */
    private static final List<String> WITHOUT_COOKIE = List.of("/api/", "/open/", "/openapi/", "/robots.txt");

    /** Nothing, or the content by which a page asks for a file; no message to Vaadin, in whatever spelling. */
    private static final String OF_A_FILE = "(v|v-c)=[0-9A-Za-z.]*";

    Compression() {
        super(true);
    }

    static void of(Connector connector) {
        connector.setProperty("compression", "on");
        connector.setProperty("compressionMinSize", Integer.toString(LEAST_BYTES));
        connector.setProperty("compressibleMimeType", TEXTS);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!mayBeCompressed(request.getMethod(), request.getDecodedRequestURI(), request.getQueryString())) {
            request.getCoyoteRequest().getMimeHeaders().removeHeader("accept-encoding");
        }
        getNext().invoke(request, response);
    }

    /** @param path as it is understood, not as it is spelled; neither it nor the method is known of what cannot be read */
    private static boolean mayBeCompressed(@Nullable String method, @Nullable String path, @Nullable String query) {
        if (method == null || path == null) {
            return false;
        }
        return method.equals("POST")
                || WITHOUT_COOKIE.stream().anyMatch(path::startsWith)
                || (LoginFilter.PUBLIC_FILES.stream().anyMatch(path::startsWith)
                        && (query == null || query.matches(OF_A_FILE)));
    }
}
