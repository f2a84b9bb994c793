package jp.kyosei.ui.server;

import java.io.CharArrayWriter;
import java.util.Objects;
import org.apache.catalina.AccessLog;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.AbstractAccessLogValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The access log: each request with its method, its path, what became of it and how long it took, as a line of JSON by the
 * logger {@code kyosei.access}. Without the query and the headers, in which values and tokens stand.
 */
final class RequestLog extends AbstractAccessLogValve {
    static final String NAME = "kyosei.access";

    private static final Logger LOG = LoggerFactory.getLogger(NAME);
    private static final int LONGEST_PATH = 500;

    @Override
    public void log(Request request, Response response, long nanos) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        @Nullable Object behindProxy = request.getAttribute(AccessLog.REMOTE_ADDR_ATTRIBUTE);
        LOG.atInfo()
                .setMessage("request")
                .addKeyValue("from", Objects.requireNonNullElseGet(behindProxy, request::getRemoteAddr))
                .addKeyValue("method", inOneLine(request.getMethod()))
                .addKeyValue("path", inOneLine(request.getRequestURI()))
                .addKeyValue("status", response.getStatus())
                .addKeyValue("bytes", response.getBytesWritten(false))
                .addKeyValue("millis", nanos / 1_000_000)
                .log();
    }

    /** Everything is said above, by name. */
    @Override
    protected void log(CharArrayWriter message) {}

    private static String inOneLine(@Nullable String text) {
        String line = (text == null ? "" : text).replaceAll("\\p{C}", " ");
        return line.length() > LONGEST_PATH ? line.substring(0, LONGEST_PATH) : line;
    }
}
