package jp.kyosei.ui.session;

import com.vaadin.flow.server.HandlerHelper.RequestType;
import com.vaadin.flow.shared.ApplicationConstants;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request for a screen is, as far as the login is concerned. It is decided as Vaadin decides what to do with it: by
 * the first parameter {@code v-r}, from the query or a form's body, decoded, and nothing else that the address may say.
 */
enum ScreenRequest {
    /** A page is being opened: it can be led to the login. */
    PAGE,
    /** What a person did on an open screen. */
    MESSAGE,
    /** An open screen says that it is still there. */
    HEARTBEAT,
    /** An open screen wants to hear of changes, by a socket or what stands in for one. */
    LISTENING,
    /** A file, anything else. */
    OTHER;

    /** The parameter by which Vaadin tells its own requests from files and pages. */
    static final String KIND = ApplicationConstants.REQUEST_TYPE_PARAMETER;

    /** @throws IllegalStateException if the parameters cannot be read */
    static ScreenRequest of(HttpServletRequest request) {
        @Nullable String kind = request.getParameter(KIND);
        if (isSocket(request)) {
            return LISTENING;
        }
        if (kind == null) {
            return reads(request) && wantsHtml(request) ? PAGE : OTHER;
        }
        if (is(RequestType.UIDL, kind)) {
            return MESSAGE;
        }
        if (is(RequestType.PUSH, kind)) {
            return reads(request) ? LISTENING : MESSAGE;
        }
        // Elsewhere than at the root Vaadin looks at the path first: a file stays a file, whatever else it is called.
        return is(RequestType.HEARTBEAT, kind) && "/".equals(request.getPathInfo()) ? HEARTBEAT : OTHER;
    }

    /** Whether it is a sign of a person, and not one that an unattended screen gives by itself. */
    boolean isByPerson() {
        return switch (this) {
            case PAGE, MESSAGE, OTHER -> true;
            case HEARTBEAT, LISTENING -> false;
        };
    }

    static boolean reads(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static boolean is(RequestType type, String kind) {
        return type.getIdentifier().equals(kind);
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
