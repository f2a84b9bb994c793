package jp.kyosei.ui.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** What a request for a screen is, as far as a missing login is concerned. */
enum ScreenRequest {
    /** A page is being opened: it can be led to the login. */
    PAGE,
    /** What a person did on an open screen. */
    MESSAGE,
    /** An open screen says that it is still there. */
    HEARTBEAT,
    /** A socket, a file, anything else. */
    OTHER;

    static ScreenRequest of(HttpServletRequest request) {
        String query = Optional.<String>ofNullable(request.getQueryString()).orElse("");
        if (query.contains("v-r=heartbeat")) {
            return HEARTBEAT;
        }
        if (query.contains("v-r=uidl")) {
            return MESSAGE;
        }
        return isPageLoad(request) && !query.contains("v-r=") ? PAGE : OTHER;
    }

    private static boolean isPageLoad(HttpServletRequest request) {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return reads && !isSocket(request) && wantsHtml(request);
    }

    private static boolean isSocket(HttpServletRequest request) {
        return header(request, "Upgrade").filter("websocket"::equalsIgnoreCase).isPresent();
    }

    private static boolean wantsHtml(HttpServletRequest request) {
        return header(request, "Sec-Fetch-Dest")
                .map("document"::equals)
                .orElseGet(() -> header(request, "Accept").orElse("").contains("text/html"));
    }

    private static Optional<String> header(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name));
    }
}
